package dev.glia.drivers.interpreter;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.api.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The neurons of one population: their numbers, and what a tick does to each of them. */
final class Cells implements Interpreter.Environment {
  final Population population;
  final Columns state = new Columns();
  final Columns parameters = new Columns();
  final SpikeHistory spikes = new SpikeHistory();

  /** Ticks that each neuron is still held. */
  final int[] held;

  private final PopulationProgram program;
  private final Clock clock;
  private final EntityDraws draws;
  private final Interpreter interpreter = new Interpreter(this);
  private final Columns coefficients = new Columns();
  private final Columns arrived = new Columns();
  private final Columns coupled = new Columns();
  private final boolean[] spiked;

  /** The neuron whose turn it is. */
  private int neuron;

  Cells(Population population, Clock clock) {
    this.population = population;
    this.clock = clock;
    program = population.program();
    int size = population.size();
    held = new int[size];
    spiked = new boolean[size];
    draws = new EntityDraws(clock, site -> Streams.ofCall(population.name(), site));
    for (Parameter parameter : program.parameters()) {
      Values given = population.parameters().get(parameter.name());
      parameters.put(
          parameter.name(),
          given == null ? new double[] {parameter.defaultValue()} : given.toArray());
    }
    program.arrivals().forEach(a -> arrived.put(a.name(), new double[size]));
    program.couplings().forEach(c -> coupled.put(c.name(), new double[size]));
    deriveCoefficients();
    for (Variable variable : program.state()) {
      state.put(variable.name(), initial(variable));
    }
  }

  private double[] initial(Variable variable) {
    Values given = population.start().get(variable.name());
    return each(i -> given == null ? interpreter.value(variable.initial()) : given.at(i));
  }

  /** Numbers that depend on parameters only: once, and when one of them was changed. */
  void deriveCoefficients() {
    for (Coefficients derived : program.coefficients()) {
      List<String> from = derived.parameters();
      boolean shared = from.stream().allMatch(p -> parameters.column(p).length == 1);
      int entities = shared ? 1 : size();
      double[][] columns = new double[derived.names().size()][entities];
      for (int i = 0; i < entities; i++) {
        int entity = i;
        double[] values =
            derived.compute(
                clock.dt, from.stream().mapToDouble(p -> parameters.read(p, entity)).toArray());
        for (int k = 0; k < columns.length; k++) {
          columns[k][i] = values[k];
        }
      }
      for (int k = 0; k < columns.length; k++) {
        coefficients.put(derived.names().get(k), columns[k]);
      }
    }
  }

  /** The sums that projections add arriving weights to; absent for a continuous receptor. */
  Optional<double[]> arrivals(String receptor) {
    return program.arrivals().stream()
        .filter(a -> a.receptor().equals(receptor))
        .findFirst()
        .map(a -> arrived.column(a.name()));
  }

  List<PopulationProgram.Coupling> couplings() {
    return program.couplings();
  }

  double[] couplingSums(PopulationProgram.Coupling coupling) {
    return coupled.column(coupling.name());
  }

  void clearArrivals() {
    arrived.all().values().forEach(sums -> Arrays.fill(sums, 0));
  }

  void clearCouplingSums() {
    coupled.all().values().forEach(sums -> Arrays.fill(sums, 0));
  }

  void deliver() {
    everywhere(program.deliver());
  }

  void integrate() {
    everywhere(program.integrate());
  }

  /** Finds the neurons that spike, {@code forced} ones among them; their spikes have time n+1. */
  void threshold(int[] forced) {
    Arrays.fill(spiked, false);
    for (int i = 0; i < size(); i++) {
      turnTo(i);
      spiked[i] = held[i] == 0 && program.spike().map(interpreter::holds).orElse(false);
    }
    for (int i : forced) {
      spiked[i] = true;
    }
    int[] neurons = IntStream.range(0, size()).filter(i -> spiked[i]).toArray();
    spikes.put(clock.tick + 1, neurons);
  }

  /** Counts down the neurons that are held, and resets those that spiked. */
  void reset() {
    for (int i = 0; i < size(); i++) {
      if (spiked[i]) {
        reset(i);
      } else {
        held[i] = Math.max(0, held[i] - 1);
      }
    }
  }

  private void reset(int i) {
    turnTo(i);
    interpreter.run(program.reset());
    held[i] = program.refractory().map(this::wholeTicks).orElse(0);
  }

  private int wholeTicks(Expr time) {
    long ticks = Math.round(interpreter.value(time) / clock.dt);
    return (int) Math.clamp(ticks, 0, Integer.MAX_VALUE);
  }

  /**
   * Refuses to go on with numbers that aren't finite.
   *
   * @throws BlowUpException naming the first of them
   */
  void checkFinite() {
    state
        .all()
        .forEach(
            (variable, values) -> {
              for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                  throw new BlowUpException(
                      population.name(), i, clock.tick, clock.dt, variable, values[i]);
                }
              }
            });
  }

  private void everywhere(List<Statement> statements) {
    for (int i = 0; i < size(); i++) {
      turnTo(i);
      interpreter.run(statements);
    }
  }

  private double[] each(IntToDoubleFunction value) {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      turnTo(i);
      values[i] = value.applyAsDouble(i);
    }
    return values;
  }

  private void turnTo(int i) {
    neuron = i;
    draws.entity = i;
  }

  private int size() {
    return population.size();
  }

  @Override
  public double read(String name, Scope scope) {
    return switch (scope) {
      case STATE -> state.read(name, neuron);
      case PARAMETER -> parameters.read(name, neuron);
      case COEFFICIENT -> coefficients.read(name, neuron);
      case ARRIVED -> arrived.read(name, neuron);
      case COUPLED -> coupled.read(name, neuron);
      case CLOCK -> clock.read(name);
      case REFRACTORY -> held[neuron] > 0 ? 1 : 0;
      default -> throw new IllegalArgumentException("a neuron has no " + scope + " '" + name + "'");
    };
  }

  @Override
  public void write(String name, Scope scope, double value) {
    state.write(name, neuron, value);
  }

  @Override
  public Interpreter.Draws draws() {
    return draws;
  }
}
