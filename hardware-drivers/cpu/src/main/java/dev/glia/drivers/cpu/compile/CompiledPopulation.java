package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.drivers.cpu.compile.Loop.Store;
import dev.glia.drivers.cpu.compile.Names.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A population's program as loops, for a choice of which parameters differ between neurons.
 *
 * <p>Reads and writes the arrays of its {@link Layout}. The parts are those of the tick: <i>deliver
 * </i> (what arrived acts on the state), <i>integrate</i> and <i>threshold</i> (one loop:
 * equations, spike condition, countdown of the refractory ticks), <i>reset</i> (over a list of
 * spikes).
 */
public final class CompiledPopulation {
  private static final String HOLD = "ticks a spike holds";

  private final PopulationProgram program;
  private final Layout layout;
  private final Uniforms uniforms = new Uniforms();
  private final Plan deliver;
  private final Plan integrate;
  private final Kernel reset;
  private final HoldForm hold;

  /** How long a spike holds a neuron depends on nothing, on parameters of its own, or on state. */
  public enum HoldForm {
    NONE,
    SHARED,
    EACH,
    BY_STATE
  }

  /**
   * Compiles a program.
   *
   * @param each names of the parameters that differ between neurons
   * @param fused whether nobody looks between deliver and integrate, so that one loop does both
   */
  public CompiledPopulation(PopulationProgram program, Set<String> each, boolean fused) {
    this.program = program;
    layout = new Layout(program, each);
    hold = holdForm(each);
    declareUniforms(each);
    List<Statement> first = fused ? List.of() : program.deliver();
    List<Statement> then = new ArrayList<>(fused ? program.deliver() : List.of());
    then.addAll(program.integrate());
    deliver = plan(first, false);
    integrate = plan(then, true);
    reset = compileReset();
    uniforms.seal();
  }

  private HoldForm holdForm(Set<String> each) {
    if (program.refractory().isEmpty()) {
      return HoldForm.NONE;
    }
    Expr time = program.refractory().get();
    if (readsState(time)) {
      return HoldForm.BY_STATE;
    }
    return each.isEmpty() ? HoldForm.SHARED : HoldForm.EACH;
  }

  private static boolean readsState(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> false;
      case Expr.Name name -> name.scope() == Scope.STATE || name.scope() == Scope.REFRACTORY;
      case Expr.Unary unary -> readsState(unary.operand());
      case Expr.Binary binary -> readsState(binary.left()) || readsState(binary.right());
      case Expr.Conditional choice ->
          readsState(choice.condition())
              || readsState(choice.whenTrue())
              || readsState(choice.whenFalse());
      case Expr.Call call ->
          call.function().isRandom()
              || call.arguments().stream().anyMatch(CompiledPopulation::readsState);
    };
  }

  private void declareUniforms(Set<String> each) {
    uniforms.declare("dt", Scope.CLOCK, false);
    uniforms.declare("t", Scope.CLOCK, true);
    uniforms.declare(HOLD, Scope.LOCAL, false);
    for (Parameter parameter : program.parameters()) {
      if (!each.contains(parameter.name())) {
        uniforms.declare(parameter.name(), Scope.PARAMETER, false);
      }
    }
    for (Coefficients coefficients : program.coefficients()) {
      for (String name : coefficients.names()) {
        if (layout.each(name, Scope.COEFFICIENT) < 0) {
          uniforms.declare(name, Scope.COEFFICIENT, false);
        }
      }
    }
  }

  private Plan plan(List<Statement> statements, boolean thresholds) {
    Graph graph = new Graph();
    boolean holds = hold != HoldForm.NONE;
    Node count = graph.load(layout.refractory(), Place.LINE);
    Node held = holds ? graph.of(Op.GREATER, count, graph.constant(0f)) : null;
    Translator translator =
        new Translator(graph, layout.names(Place.LINE), uniforms, held).fusing();
    translator.run(statements);
    List<Store> stores = new ArrayList<>();
    for (Map.Entry<Element, Node> change : translator.changed().entrySet()) {
      Node value = change.getValue();
      boolean computed = Translator.isComputed(value);
      value = thresholds && computed ? translator.withoutTraces(value) : value;
      stores.add(
          new Store(change.getKey().array(), change.getKey().place(), value, false, computed));
    }
    Node spike = null;
    if (thresholds && program.spike().isPresent()) {
      spike = translator.node(program.spike().get());
      spike = holds ? graph.of(Op.AND, spike, graph.of(Op.NOT, held)) : spike;
    }
    if (thresholds && holds) {
      Node next =
          graph.of(
              Op.SELECT,
              held,
              graph.of(Op.SUBTRACT, count, graph.constant(1f)),
              graph.constant(0f));
      stores.add(new Store(layout.refractory(), Place.LINE, next, false, false));
    }
    return Plan.of(graph, stores, spike, layout.size());
  }

  private Kernel compileReset() {
    Graph graph = new Graph();
    Translator translator = new Translator(graph, layout.names(Place.LISTED), uniforms, null);
    translator.run(program.reset());
    List<Store> stores = new ArrayList<>();
    for (Map.Entry<Element, Node> change : translator.changed().entrySet()) {
      stores.add(
          new Store(
              change.getKey().array(), change.getKey().place(), change.getValue(), false, true));
    }
    Node ticks = holdTicks(graph, translator);
    if (ticks != null) {
      stores.add(new Store(layout.refractory(), Place.LISTED, ticks, false, false));
    }
    return stores.isEmpty() ? null : Kernel.of(Loop.of(graph, stores, null));
  }

  private Node holdTicks(Graph graph, Translator translator) {
    return switch (hold) {
      case NONE -> null;
      case SHARED -> graph.uniform(uniforms.slot(HOLD, Scope.LOCAL), false);
      case EACH -> graph.load(layout.holdTicks(), Place.LISTED);
      case BY_STATE -> {
        Node time = translator.node(program.refractory().orElseThrow());
        Node dt = graph.uniform(uniforms.slot("dt", Scope.CLOCK), false);
        Node ticks = graph.of(Op.ADD, graph.of(Op.DIVIDE, time, dt), graph.constant(0.5f));
        yield graph.of(Op.MAXIMUM, graph.of(Op.FLOOR, ticks), graph.constant(0f));
      }
    };
  }

  /** Number of random streams. */
  public int streams() {
    Stream<Statement> statements =
        Stream.of(program.deliver(), program.integrate(), program.reset()).flatMap(List::stream);
    Stream<Expr> expressions =
        Stream.of(
                statements.map(Statement::value),
                program.spike().stream(),
                program.refractory().stream())
            .flatMap(s -> s);
    return expressions
        .flatMap(Sums::walk)
        .mapToInt(e -> e instanceof Expr.Call call ? call.stream() + 1 : 0)
        .max()
        .orElse(0);
  }

  public PopulationProgram program() {
    return program;
  }

  public Layout layout() {
    return layout;
  }

  /** Values that are the same for all neurons; the live object. */
  public Uniforms uniforms() {
    return uniforms;
  }

  public HoldForm hold() {
    return hold;
  }

  /** Sets how long a spike holds every neuron. */
  public void setHoldTicks(double ticks) {
    uniforms.set(uniforms.slot(HOLD, Scope.LOCAL), ticks);
  }

  /** Deliver, for one thread. */
  public Procedure deliver() {
    return deliver(uniforms);
  }

  /** Deliver, for a thread with a copy of the values that are the same for all neurons. */
  public Procedure deliver(Uniforms copy) {
    return new Procedure(deliver, copy);
  }

  /** Integrate and threshold, for one thread. */
  public Procedure integrate() {
    return integrate(uniforms);
  }

  /** Integrate and threshold, for a thread with a copy of those values. */
  public Procedure integrate(Uniforms copy) {
    return new Procedure(integrate, copy);
  }

  /** Reset, over the neurons in the frame's index; null if spikes change nothing. */
  public Kernel reset() {
    return reset;
  }

  /** Tile arrays that each thread appends to the layout's. */
  public float[][] newTiles() {
    return new float[Math.max(deliver.tiles(), integrate.tiles())][Procedure.TILE];
  }
}
