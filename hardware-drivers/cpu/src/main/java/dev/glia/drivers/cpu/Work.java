package dev.glia.drivers.cpu;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Projection.Plasticity;
import dev.glia.drivers.cpu.compile.DeferredPost;
import java.util.Arrays;
import java.util.List;

/**
 * What a tick of a network is likely to cost, in nanoseconds of one thread. The figures were
 * measured with vectors of 16 lanes; only their proportions matter much. How often neurons spike is
 * unknown before they do, so a usual rate is assumed.
 */
final class Work {
  private static final double RATE = 10;

  /** Of a neuron for each operation of its equations. */
  private static final double OPERATION = 0.015;

  /** Of an exponential or the like. */
  private static final double FUNCTION = 0.6;

  /** Of a random number. */
  private static final double DRAW = 0.8;

  /** Of a synapse that learns by sums, when its source spikes. */
  private static final double SUMMED_EVENT = 2;

  /** Of one on which spikes of its target are repeated, at the same rate. */
  private static final double REPEATED_EVENTS = 4;

  /** Of one that learns at once: when its source spikes, and when its target does. */
  private static final double COLUMN_EVENTS = 17;

  /** Of a synapse with something to compute in every tick. */
  private static final double EVERY_TICK = 0.5;

  /** Of a population or projection, however small, to each thread. */
  private static final double PART = 60;

  private final Network network;
  private final StoragePlan storage;
  private final double[] costs;

  /** The work of a network whose synapses are stored so. */
  Work(Network network, StoragePlan storage) {
    this.network = network;
    this.storage = storage;
    costs = new double[network.populations().size()];
    Arrays.setAll(costs, this::cost);
  }

  Network network() {
    return network;
  }

  /** What can be divided among threads. */
  double divisible() {
    double sum = 0;
    for (int p = 0; p < network.populations().size(); p++) {
      sum += ofPopulation(p);
    }
    return sum;
  }

  /** What each thread has to do. */
  double ofEachThread() {
    return PART * (network.populations().size() + network.projections().size());
  }

  /** A population's neurons and all synapses onto them. */
  double ofPopulation(int number) {
    return costs[number];
  }

  private double cost(int number) {
    Population population = network.populations().get(number);
    double cost = population.size() * ofNeuron(population.program());
    for (Projection projection : network.projections()) {
      if (projection.target().equals(population.name())) {
        cost += ofProjection(projection, population.program());
      }
    }
    return Math.max(cost, 1);
  }

  private static double ofNeuron(PopulationProgram program) {
    return OPERATION * (program.state().size() + program.arrivals().size())
        + cost(program.deliver())
        + cost(program.integrate())
        + program.spike().map(Work::cost).orElse(0.0);
  }

  private static double cost(List<Statement> statements) {
    return statements.stream().mapToDouble(statement -> cost(statement.value())).sum();
  }

  private static double cost(Expr expression) {
    return switch (expression) {
      case Expr.Number number -> 0;
      case Expr.Name name -> OPERATION;
      case Expr.Unary unary -> OPERATION + cost(unary.operand());
      case Expr.Binary binary -> OPERATION + cost(binary.left()) + cost(binary.right());
      case Expr.Conditional choice ->
          OPERATION + cost(choice.condition()) + cost(choice.whenTrue()) + cost(choice.whenFalse());
      case Expr.Call call ->
          (call.function().isRandom() ? DRAW : FUNCTION)
              + call.arguments().stream().mapToDouble(Work::cost).sum();
    };
  }

  private double ofProjection(Projection projection, PopulationProgram target) {
    double synapses = projection.connectivity().expectedSynapses();
    if (target.couplings().stream().anyMatch(c -> c.receptor().equals(projection.receptor()))) {
      return synapses * EVERY_TICK;
    }
    double each = RATE * network.dt() * storage.choice(projection.name()).nanosPerEvent();
    if (projection.learning().isPresent()) {
      each += RATE * network.dt() * ofLearningEvent(projection.learning().get());
      each += isBusy(projection.learning().get().program()) ? EVERY_TICK : 0;
    }
    return synapses * each;
  }

  private double ofLearningEvent(Plasticity plasticity) {
    DeferredPost form = DeferredPost.of(plasticity, network.dt()).form();
    if (form != null) {
      return form.repeated() ? REPEATED_EVENTS : SUMMED_EVENT;
    }
    return plasticity.program().onPost().isEmpty() ? SUMMED_EVENT : COLUMN_EVENTS;
  }

  /** Whether synapses change with time, and not only when a spike comes. */
  private static boolean isBusy(LearningProgram program) {
    return !program.integrateSynapse().isEmpty()
        || program.everyTick().stream()
            .anyMatch(s -> s instanceof Statement.Assign a && a.scope() == Scope.SYNAPSE);
  }
}
