package dev.glia.drivers.interpreter;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Projection;
import dev.glia.api.random.Streams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What changes the weights of one projection.
 *
 * <p>A statement is evaluated for all synapses that an event concerns, and only then assigned. So a
 * variable of the source or the target, which all of them share, changes once an event, and a
 * {@code sum()} is over values of one instant.
 */
final class Plasticity implements Interpreter.Environment {
  final Columns pre = new Columns();
  final Columns post = new Columns();

  /** Variables of synapses, without {@code w}. */
  final Columns variables = new Columns();

  /** Whether it learns; frozen, nothing of it changes. */
  boolean on = true;

  private final Synapses synapses;
  private final Cells source;
  private final Cells target;
  private final Clock clock;
  private final Columns parameters = new Columns();
  private final Columns coefficients = new Columns();
  private final Columns modulators = new Columns();
  private final Columns locals = new Columns();
  private final Interpreter interpreter = new Interpreter(this);
  private final Interpreter termInterpreter = new Interpreter(this);
  private final Map<Expr, Map<Integer, Double>> sums = new HashMap<>();
  private final EntityDraws draws;

  private final List<Statement.Assign> integratePre;
  private final List<Statement.Assign> integratePost;
  private final List<Statement.Assign> integrateSynapse;
  private final List<Statement.Assign> onPre;
  private final List<Statement.Assign> onPost;
  private final List<Statement.Assign> everyTick;
  private final Map<String, List<Statement.Assign>> onEvent = new HashMap<>();

  private Turn turn;

  /** Whose turn it is; -1 where a branch, a target or a synapse has no part in it. */
  private record Turn(int entity, int synapse, int branch, int target, int source) {}

  Plasticity(Projection projection, Synapses synapses, Cells source, Cells target, Clock clock) {
    this.synapses = synapses;
    this.source = source;
    this.target = target;
    this.clock = clock;
    draws =
        new EntityDraws(clock, site -> Streams.ofProjection(projection.name(), "random/" + site));
    Projection.Plasticity learning = projection.learning().orElseThrow();
    LearningProgram program = learning.program();
    integratePre = Locals.asVariables(program.integratePre());
    integratePost = Locals.asVariables(program.integratePost());
    integrateSynapse = Locals.asVariables(program.integrateSynapse());
    onPre = Locals.asVariables(program.onPre());
    onPost = Locals.asVariables(program.onPost());
    everyTick = Locals.asVariables(program.everyTick());
    program.onEvent().forEach((event, code) -> onEvent.put(event, Locals.asVariables(code)));
    for (Parameter parameter : program.parameters()) {
      Double given = learning.parameters().get(parameter.name());
      parameters.put(
          parameter.name(), new double[] {given == null ? parameter.defaultValue() : given});
    }
    program.coefficients().forEach(this::derive);
    program.modulators().forEach(name -> modulators.put(name, new double[1]));
    turn = new Turn(0, -1, -1, -1, -1);
    initialize(program.pre(), pre, synapses.branches());
    initialize(program.post(), post, synapses.ofTarget.length);
    initialize(program.synapse(), variables, synapses.count());
  }

  private void derive(Coefficients derived) {
    double[] from = derived.parameters().stream().mapToDouble(p -> parameters.read(p, 0)).toArray();
    double[] values = derived.compute(clock.dt, from);
    for (int k = 0; k < values.length; k++) {
      coefficients.put(derived.names().get(k), new double[] {values[k]});
    }
  }

  private void initialize(List<Variable> declared, Columns columns, int entities) {
    for (Variable variable : declared) {
      double[] values = new double[entities];
      Arrays.fill(values, interpreter.value(variable.initial()));
      columns.put(variable.name(), values);
    }
  }

  /** Gives a third factor its value for this tick. */
  void modulate(String name, double value) {
    modulators.column(name)[0] = value;
  }

  void onPre(int branch) {
    run(onPre, synapses.ofBranch[branch], this::turnToSynapse);
  }

  void onPost(int neuron) {
    run(onPost, synapses.ofTarget[neuron], this::turnToSynapse);
  }

  void integrate() {
    run(integratePre, upTo(synapses.branches()), this::turnToBranch);
    run(integratePost, upTo(synapses.ofTarget.length), this::turnToTarget);
    run(integrateSynapse, upTo(synapses.count()), this::turnToSynapse);
  }

  void everyTick() {
    run(everyTick, upTo(synapses.count()), this::turnToSynapse);
  }

  /** Without effect if no rule listens. */
  void raise(String event) {
    run(onEvent.getOrDefault(event, List.of()), upTo(synapses.count()), this::turnToSynapse);
  }

  private static int[] upTo(int count) {
    return IntStream.range(0, count).toArray();
  }

  private void run(List<Statement.Assign> statements, int[] entities, IntConsumer turnTo) {
    for (Statement.Assign statement : statements) {
      sums.clear();
      double[] values = new double[entities.length];
      for (int k = 0; k < entities.length; k++) {
        turnTo.accept(entities[k]);
        values[k] = interpreter.value(statement.value());
      }
      for (int k = 0; k < entities.length; k++) {
        turnTo.accept(entities[k]);
        write(statement.target(), statement.scope(), values[k]);
      }
    }
  }

  private void turnToSynapse(int s) {
    take(new Turn(s, s, synapses.branch[s], synapses.target[s], synapses.source[s]));
  }

  private void turnToBranch(int b) {
    take(new Turn(b, -1, b, -1, synapses.branchSource[b]));
  }

  private void turnToTarget(int neuron) {
    take(new Turn(neuron, -1, -1, neuron, -1));
  }

  private void take(Turn next) {
    turn = next;
    draws.entity = next.entity;
  }

  @Override
  public double read(String name, Scope scope) {
    return switch (scope) {
      case PRE -> pre.column(name)[turn.branch];
      case POST -> post.column(name)[turn.target];
      case SYNAPSE -> readSynapse(name);
      case PRE_NEURON -> source.state.read(name, turn.source);
      case POST_NEURON -> target.state.read(name, turn.target);
      case PARAMETER -> parameters.read(name, 0);
      case COEFFICIENT -> coefficients.read(name, 0);
      case MODULATOR -> modulators.read(name, 0);
      case CLOCK -> clock.read(name);
      default ->
          throw new IllegalArgumentException("a synapse has no " + scope + " '" + name + "'");
    };
  }

  private double readSynapse(String name) {
    if (Locals.isLocal(name)) {
      return locals.column(name)[turn.entity];
    }
    return name.equals("w") ? synapses.weight[turn.synapse] : variables.column(name)[turn.synapse];
  }

  @Override
  public void write(String name, Scope scope, double value) {
    switch (scope) {
      case PRE -> pre.column(name)[turn.branch] = value;
      case POST -> post.column(name)[turn.target] = value;
      case SYNAPSE -> writeSynapse(name, value);
      default ->
          throw new IllegalArgumentException("a synapse can't change the " + scope + " " + name);
    }
  }

  private void writeSynapse(String name, double value) {
    if (Locals.isLocal(name)) {
      if (!locals.has(name)) {
        int most = Math.max(synapses.count(), synapses.ofTarget.length);
        locals.put(name, new double[most]);
      }
      locals.column(name)[turn.entity] = value;
    } else if (name.equals("w")) {
      synapses.weight[turn.synapse] = value;
    } else {
      variables.column(name)[turn.synapse] = value;
    }
  }

  @Override
  public double sum(Expr term) {
    Map<Integer, Double> known = sums.computeIfAbsent(term, t -> new HashMap<>());
    Double sum = known.get(turn.target);
    if (sum == null) {
      Turn asking = turn;
      sum = sumOver(term, asking.target);
      take(asking);
      known.put(asking.target, sum);
    }
    return sum;
  }

  private double sumOver(Expr term, int neuron) {
    double sum = 0;
    for (int s : synapses.ofTarget[neuron]) {
      turnToSynapse(s);
      sum += termInterpreter.value(term);
    }
    return sum;
  }

  @Override
  public Interpreter.Draws draws() {
    return draws;
  }
}
