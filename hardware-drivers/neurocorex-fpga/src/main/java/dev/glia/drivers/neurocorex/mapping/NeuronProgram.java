package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Statement;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program of one neuron, run in float64 for one tick from any state. One thread at a time. */
final class NeuronProgram implements Interpreter.Environment {
  private final PopulationProgram program;
  private final Interpreter interpreter = new Interpreter(this);
  private final Map<String, Double> parameters = new HashMap<>();
  private final Map<String, Double> coefficients = new HashMap<>();
  private final Map<String, Double> state = new HashMap<>();
  private final Map<String, Double> arrived = new HashMap<>();
  private final double dt;

  NeuronProgram(Population population, Map<String, Values> given, int neuron, double dt) {
    program = population.program();
    this.dt = dt;
    for (Parameter parameter : program.parameters()) {
      Values values = given.get(parameter.name());
      parameters.put(
          parameter.name(), values == null ? parameter.defaultValue() : values.at(neuron));
    }
    for (Coefficients derived : program.coefficients()) {
      double[] from = derived.parameters().stream().mapToDouble(parameters::get).toArray();
      double[] computed = derived.compute(dt, from);
      for (int i = 0; i < computed.length; i++) {
        coefficients.put(derived.names().get(i), computed[i]);
      }
    }
  }

  /** What a variable is before the first tick, unless it's given otherwise. */
  double initial(Variable variable) {
    return interpreter.value(variable.initial());
  }

  /** Ticks without spikes after one. */
  long refractoryTicks() {
    return program.refractory().map(time -> Math.round(interpreter.value(time) / dt)).orElse(0L);
  }

  /** Sets a state variable. */
  void set(String variable, double value) {
    state.put(variable, value);
  }

  double get(String variable) {
    return state.get(variable);
  }

  /** Sets the sum of weights that arrive at a receptor in the next tick. */
  void arrive(String arrival, double sum) {
    arrived.put(arrival, sum);
  }

  /** Delivers and integrates, up to the threshold. */
  void integrate() {
    interpreter.run(program.deliver());
    interpreter.run(program.integrate());
  }

  /** Whether it spikes now. */
  boolean spikes() {
    return program.spike().map(interpreter::holds).orElse(false);
  }

  void reset() {
    interpreter.run(program.reset());
  }

  /** Whether something stands still while it's refractory. */
  boolean holdsWhileRefractory() {
    return Stream.concat(program.deliver().stream(), program.integrate().stream())
        .anyMatch(s -> s instanceof Statement.Assign assign && assign.unlessRefractory());
  }

  List<Variable> variables() {
    return program.state();
  }

  List<PopulationProgram.Arrival> arrivals() {
    return program.arrivals();
  }

  @Override
  public double read(String name, Scope scope) {
    Double value =
        switch (scope) {
          case STATE -> state.get(name);
          case PARAMETER -> parameters.get(name);
          case COEFFICIENT -> coefficients.get(name);
          case ARRIVED -> arrived.getOrDefault(name, 0.0);
          case CLOCK -> name.equals("dt") ? dt : null;
          case REFRACTORY -> 0.0;
          default -> null;
        };
    if (value == null) {
      throw new Unfit("it reads " + (scope == Scope.CLOCK ? "the time" : name));
    }
    return value;
  }

  @Override
  public void write(String name, Scope scope, double value) {
    state.put(name, value);
  }

  @Override
  public Interpreter.Draws draws() {
    throw new Unfit("it draws random numbers");
  }
}
