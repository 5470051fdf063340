package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Expr.Binary.Operator;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Type;
import dev.glia.api.equations.Variable;
import dev.glia.api.units.Dimension;
import dev.glia.drivers.cpu.compile.Loop.Store;
import dev.glia.drivers.cpu.compile.Names.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of one projection as loops, for one form of storage. Kernels may be null: no code. */
public final class CompiledLearning {
  /** A loop of a list that concerns all synapses, in the order of its statements. */
  public sealed interface Step {
    Kernel kernel();
  }

  /** Over every synapse, branch by branch. */
  public record SynapseStep(Kernel kernel) implements Step {}

  /** Over every synapse in one go, as neither sources nor targets matter. */
  public record FlatStep(Kernel kernel) implements Step {}

  /** Over every branch. */
  public record BranchStep(Kernel kernel) implements Step {}

  /** Over every target. */
  public record TargetStep(Kernel kernel) implements Step {}

  /** Adds a term up into the sums of each target, which are 0 before. */
  public record SumStep(Kernel kernel, int sum) implements Step {}

  private final LearningProgram program;
  private final PopulationProgram source;
  private final PopulationProgram target;
  private final SynapseForm form;
  private final SynapseArrays arrays;
  private final Uniforms uniforms = new Uniforms();

  private final DeferredPost deferred;
  private final RowLoop onPre;
  private final Kernel onPost;
  private final RowLoop visit;
  private final Kernel factors;
  private final List<Step> everyTick = new ArrayList<>();
  private final Map<String, List<Step>> onEvent = new LinkedHashMap<>();
  private int sums;

  /**
   * Compiles a rule.
   *
   * @param deferred how {@code on post} is put off; null if it runs over columns
   */
  public CompiledLearning(
      LearningProgram program,
      PopulationProgram source,
      PopulationProgram target,
      SynapseForm form,
      DeferredPost deferred) {
    this.program = program;
    this.deferred = deferred;
    this.source = source;
    this.target = target;
    this.form = form;
    arrays = new SynapseArrays(program, source, target);
    declareUniforms();
    onPre = rowLoop(program.onPre(), tileNames());
    onPost =
        deferred != null
            ? null
            : kernel(
                program.onPost(),
                columnNames(),
                Set.of(Scope.PRE, Scope.POST, Scope.SYNAPSE),
                false);
    visit = deferred == null || deferred.repeated() ? null : compileVisit();
    factors =
        deferred == null
            ? null
            : kernel(deferred.onPost(), factorNames(), Set.of(Scope.POST), false);
    addStep(everyTick, program.integratePre(), Scope.PRE, true);
    addStep(everyTick, program.integratePost(), Scope.POST, true);
    addStep(everyTick, program.integrateSynapse(), Scope.SYNAPSE, true);
    everyTick.addAll(steps(program.everyTick()));
    program.onEvent().forEach((event, code) -> onEvent.put(event, steps(code)));
    uniforms.seal();
  }

  private void declareUniforms() {
    uniforms.declare("dt", Scope.CLOCK, false);
    uniforms.declare("t", Scope.CLOCK, true);
    for (Parameter parameter : program.parameters()) {
      uniforms.declare(parameter.name(), Scope.PARAMETER, false);
    }
    for (Coefficients coefficients : program.coefficients()) {
      coefficients.names().forEach(n -> uniforms.declare(n, Scope.COEFFICIENT, false));
    }
    program.modulators().forEach(name -> uniforms.declare(name, Scope.MODULATOR, true));
  }

  private Names names(Place synapse, Place branch, Place sourceNeuron, Place targetNeuron) {
    Names names = new Names();
    if (synapse != null) {
      names.put("w", Scope.SYNAPSE, arrays.synapse(0), synapse);
      put(names, program.synapse(), Scope.SYNAPSE, arrays.synapse(1), synapse);
    }
    if (branch != null) {
      put(names, program.pre(), Scope.PRE, arrays.pre(0), branch);
      put(names, source.state(), Scope.PRE_NEURON, arrays.preNeuron(0), sourceNeuron);
    }
    if (targetNeuron != null) {
      put(names, program.post(), Scope.POST, arrays.post(0), targetNeuron);
      put(names, target.state(), Scope.POST_NEURON, arrays.postNeuron(0), targetNeuron);
    }
    return names;
  }

  private static void put(
      Names names, List<Variable> variables, Scope scope, int first, Place place) {
    for (int i = 0; i < variables.size(); i++) {
      names.put(variables.get(i).name(), scope, first + i, place);
    }
  }

  private Names rowNames() {
    return names(form.synapseInRow(), Place.OUTER, Place.NEURON, form.targetInRow());
  }

  private Names columnNames() {
    return names(form.synapseInColumn(), form.branchInColumn(), form.sourceInColumn(), Place.OUTER);
  }

  private Names names(Scope scope) {
    return switch (scope) {
      case PRE -> names(null, Place.LINE, form.sourceInLine(), null);
      case POST -> names(null, null, null, Place.LINE);
      default -> rowNames();
    };
  }

  /**
   * What happens to a branch's synapses when an event arrives: what was put off, on pre, and a note
   * of where the targets' sums are now.
   */
  private RowLoop compileVisit() {
    Names names = tileNames();
    names.put(DeferredPost.LAST, Scope.SYNAPSE, arrays.last(), form.synapseInRow());
    names.put(DeferredPost.SCALE, Scope.PRE, arrays.scale(), Place.OUTER);
    names.put(DeferredPost.HOME_SUM, Scope.POST, inTile(arrays.homeSum()), form.targetInTile());
    names.put(DeferredPost.SUM, Scope.POST, inTile(arrays.presentSum()), form.targetInTile());
    Expr since =
        arithmetic(
            Operator.SUBTRACT,
            name(DeferredPost.HOME_SUM, Scope.POST),
            name(DeferredPost.LAST, Scope.SYNAPSE));
    Expr change = arithmetic(Operator.MULTIPLY, name(DeferredPost.SCALE, Scope.PRE), since);
    Expr weight = arithmetic(Operator.ADD, name("w", Scope.SYNAPSE), change);
    if (deferred.upper() != null) {
      weight = new Expr.Call(Function.MIN, List.of(weight, deferred.upper()), Type.PLAIN, -1);
    }
    if (deferred.lower() != null) {
      weight = new Expr.Call(Function.MAX, List.of(weight, deferred.lower()), Type.PLAIN, -1);
    }
    List<Statement> code = new ArrayList<>();
    code.add(new Statement.Assign("w", Scope.SYNAPSE, weight, false));
    code.addAll(program.onPre());
    code.add(
        new Statement.Assign(
            DeferredPost.LAST, Scope.SYNAPSE, name(DeferredPost.SUM, Scope.POST), false));
    return rowLoop(code, names);
  }

  private int inTile(int array) {
    return form.dense() ? array : arrays.tile(array);
  }

  /** Names in a loop over a branch's synapses, with copies of what belongs to targets. */
  private Names tileNames() {
    Names names = names(form.synapseInRow(), Place.OUTER, Place.NEURON, null);
    Place place = form.targetInTile();
    put(names, program.post(), Scope.POST, inTile(arrays.post(0)), place);
    put(names, target.state(), Scope.POST_NEURON, inTile(arrays.postNeuron(0)), place);
    return names;
  }

  private RowLoop rowLoop(List<Statement> statements, Names names) {
    Loop loop = loop(statements, names, Set.of(Scope.PRE, Scope.POST, Scope.SYNAPSE), false);
    if (loop == null) {
      return null;
    }
    List<Integer> gathered =
        loop.nodes().stream()
            .filter(node -> node.op() == Op.LOAD && node.place() == Place.TILE)
            .map(node -> node.data() - arrays.tile(0))
            .distinct()
            .toList();
    return new RowLoop(Kernel.of(loop), gathered);
  }

  private static Expr name(String name, Scope scope) {
    return new Expr.Name(name, scope, Dimension.NONE);
  }

  private static Expr arithmetic(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right, Type.PLAIN);
  }

  private Names factorNames() {
    Names names = names(null, null, null, Place.LISTED);
    names.put(DeferredPost.FACTOR, Scope.POST, arrays.factor(), Place.LISTED);
    names.put(DeferredPost.SLOPE, Scope.POST, arrays.slope(), Place.LISTED);
    return names;
  }

  /** One loop that runs statements and keeps the variables of some scopes. */
  private Kernel kernel(List<Statement> statements, Names names, Set<Scope> kept, boolean decays) {
    Loop loop = loop(statements, names, kept, decays);
    return loop == null ? null : Kernel.of(loop);
  }

  private Loop loop(List<Statement> statements, Names names, Set<Scope> kept, boolean decays) {
    Graph graph = new Graph();
    Translator translator = new Translator(graph, names, uniforms, null);
    translator.run(
        statements.stream()
            .filter(s -> !(s instanceof Statement.Assign a) || kept.contains(a.scope()))
            .toList());
    List<Store> stores = new ArrayList<>();
    for (Map.Entry<Element, Node> change : translator.changed().entrySet()) {
      Node value = decays ? translator.withoutTraces(change.getValue()) : change.getValue();
      Element element = change.getKey();
      stores.add(new Store(element.array(), element.place(), value, false, false));
    }
    return stores.isEmpty() ? null : Loop.of(graph, stores, null, form.narrow(), !form.dense());
  }

  private void addStep(List<Step> steps, List<Statement> statements, Scope scope, boolean decays) {
    Kernel kernel = kernel(statements, names(scope), Set.of(scope), decays);
    if (kernel == null) {
      return;
    }
    steps.add(
        switch (scope) {
          case PRE -> new BranchStep(kernel);
          case POST -> new TargetStep(kernel);
          default ->
              kernel.isOnlyAt(form.synapseInRow()) ? new FlatStep(kernel) : new SynapseStep(kernel);
        });
  }

  /**
   * Cuts a list at the points where it changes from synapses to branches or targets, which change
   * once and not once a synapse, and before each sum, which is over values of one instant.
   */
  private List<Step> steps(List<Statement> statements) {
    List<Step> steps = new ArrayList<>();
    List<Statement> lets = new ArrayList<>();
    List<Statement> run = new ArrayList<>();
    Scope scope = Scope.SYNAPSE;
    for (Statement statement : statements) {
      if (statement instanceof Statement.Let) {
        lets.add(statement);
        run.add(statement);
        continue;
      }
      Statement.Assign assign = (Statement.Assign) statement;
      List<Expr> terms = sumsIn(assign, lets);
      if (assign.scope() != scope || !terms.isEmpty()) {
        addStep(steps, run, scope, false);
        run = new ArrayList<>(lets);
        scope = assign.scope();
      }
      if (terms.isEmpty()) {
        run.add(assign);
      } else {
        addSummed(steps, assign, lets, terms);
        run = new ArrayList<>(lets);
      }
    }
    addStep(steps, run, scope, false);
    return List.copyOf(steps);
  }

  private void addSummed(
      List<Step> steps, Statement.Assign assign, List<Statement> lets, List<Expr> terms) {
    Map<Expr, Integer> numbers = new LinkedHashMap<>();
    for (Expr term : terms) {
      if (numbers.containsKey(term)) {
        continue;
      }
      int sum = sums++;
      numbers.put(term, sum);
      Graph graph = new Graph();
      Node value = new Translator(graph, rowNames(), uniforms, null).node(term);
      Store store = new Store(arrays.sum(sum), form.targetInRow(), value, true, false);
      steps.add(
          new SumStep(
              Kernel.of(Loop.of(graph, List.of(store), null, form.narrow(), !form.dense())), sum));
    }
    Names names = rowNames();
    numbers.forEach(
        (term, sum) -> names.put("sum " + sum, Scope.POST, arrays.sum(sum), form.targetInRow()));
    List<Statement> code = new ArrayList<>(lets);
    code.add(assign);
    List<Statement> read = code.stream().map(s -> Sums.replace(s, numbers)).toList();
    steps.add(new SynapseStep(kernel(read, names, Set.of(Scope.SYNAPSE), false)));
  }

  private static List<Expr> sumsIn(Statement.Assign assign, List<Statement> lets) {
    List<Expr> terms = new ArrayList<>(Sums.in(assign.value()));
    lets.forEach(let -> terms.addAll(Sums.in(let.value())));
    return terms;
  }

  public LearningProgram program() {
    return program;
  }

  public SynapseForm form() {
    return form;
  }

  public SynapseArrays arrays() {
    return arrays;
  }

  public Uniforms uniforms() {
    return uniforms;
  }

  /** Over the synapses of a branch; frame: outer is the branch, neuron its source. */
  public RowLoop onPre() {
    return onPre;
  }

  /** Over the synapses of a target; frame: outer is the target. */
  public Kernel onPost() {
    return onPost;
  }

  /** How on post is put off; null if it isn't. */
  public DeferredPost deferred() {
    return deferred;
  }

  /** On pre with what was put off; frame as for {@link #onPre}. Null where spikes are repeated. */
  public RowLoop visit() {
    return visit;
  }

  /** What spikes do to targets and their factors; over the targets in the frame's index. */
  public Kernel factors() {
    return factors;
  }

  /** What happens at the end of every tick. */
  public List<Step> everyTick() {
    return everyTick;
  }

  /** What an event does; empty if no rule listens. */
  public List<Step> onEvent(String event) {
    return onEvent.getOrDefault(event, List.of());
  }

  /** Number of arrays of sums. */
  public int sums() {
    return sums;
  }

  /** Whether a target's spike changes variables of branches, which every thread has copies of. */
  public static boolean crossesThreads(LearningProgram program) {
    return program.onPost().stream()
        .anyMatch(s -> s instanceof Statement.Assign a && a.scope() == Scope.PRE);
  }

  /** Whether a rule reads the state of source neurons, which other threads may change. */
  public static boolean readsSources(LearningProgram program) {
    return allStatements(program).stream().anyMatch(s -> reads(s.value(), Scope.PRE_NEURON));
  }

  /** Whether a rule draws random numbers. */
  public static boolean isRandom(LearningProgram program) {
    return allStatements(program).stream().anyMatch(s -> draws(s.value()));
  }

  private static List<Statement> allStatements(LearningProgram program) {
    List<Statement> all = new ArrayList<>();
    all.addAll(program.onPre());
    all.addAll(program.onPost());
    all.addAll(program.integratePre());
    all.addAll(program.integratePost());
    all.addAll(program.integrateSynapse());
    all.addAll(program.everyTick());
    all.addAll(
        program.onEvent().values().stream().flatMap(List::stream).collect(Collectors.toList()));
    return all;
  }

  private static boolean reads(Expr expression, Scope scope) {
    return Sums.walk(expression).anyMatch(e -> e instanceof Expr.Name n && n.scope() == scope);
  }

  private static boolean draws(Expr expression) {
    return Sums.walk(expression).anyMatch(e -> e instanceof Expr.Call c && c.function().isRandom());
  }
}
