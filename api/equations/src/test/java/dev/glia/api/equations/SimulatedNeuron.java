package dev.glia.api.equations;

import dev.glia.api.units.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One neuron of a program, run by the interpreter in the order of the tick. */
final class SimulatedNeuron implements Interpreter.Environment {
  private final PopulationProgram program;
  private final double dt;
  private final Interpreter interpreter = new Interpreter(this);
  private final Map<String, Double> parameters = new HashMap<>();
  private final Map<String, Double> state = new HashMap<>();
  private final Map<String, Double> coefficients = new HashMap<>();
  private final Map<String, Double> arrived = new HashMap<>();
  private final Map<String, Double> coupled = new HashMap<>();
  private long ticks;
  private int refractory;
  private int spikes;
  private boolean started;

  SimulatedNeuron(PopulationProgram program, String dt) {
    this.program = program;
    this.dt = Quantity.parse(dt).value();
    program.parameters().forEach(p -> parameters.put(p.name(), p.defaultValue()));
  }

  SimulatedNeuron(NeuronEquations neuron, String dt) {
    this(PopulationProgram.of(neuron, List.of(), List.of()), dt);
  }

  SimulatedNeuron set(String parameter, String value) {
    assertKnown(parameter);
    parameters.put(parameter, Quantity.parse(value).value());
    started = false;
    return this;
  }

  private void assertKnown(String parameter) {
    if (!parameters.containsKey(parameter)) {
      throw new IllegalArgumentException(parameter + " isn't in " + parameters.keySet());
    }
  }

  /** Initial values and coefficients. */
  SimulatedNeuron start() {
    for (Coefficients c : program.coefficients()) {
      double[] given = c.parameters().stream().mapToDouble(parameters::get).toArray();
      double[] values = c.compute(dt, given);
      for (int i = 0; i < values.length; i++) {
        coefficients.put(c.names().get(i), values[i]);
      }
    }
    program.state().forEach(v -> state.put(v.name(), interpreter.value(v.initial())));
    program.arrivals().forEach(a -> arrived.put(a.name(), 0.0));
    program.couplings().forEach(c -> coupled.put(c.name(), 0.0));
    started = true;
    return this;
  }

  SimulatedNeuron put(String variable, double value) {
    if (!started) {
      start();
    }
    state.put(variable, value);
    return this;
  }

  /** Weights that arrive in the next tick. */
  SimulatedNeuron arrive(String receptor, double weight) {
    if (!started) {
      start();
    }
    arrived.merge(receptor, weight, Double::sum);
    return this;
  }

  SimulatedNeuron couple(String receptor, double sum) {
    if (!started) {
      start();
    }
    coupled.put(receptor, sum);
    return this;
  }

  SimulatedNeuron run(int howMany) {
    for (int i = 0; i < howMany; i++) {
      tick();
    }
    return this;
  }

  private void tick() {
    if (!started) {
      start();
    }
    interpreter.run(program.deliver());
    arrived.replaceAll((name, sum) -> 0.0);
    interpreter.run(program.integrate());
    ticks++;
    if (refractory > 0) {
      refractory--;
    } else if (program.spike().isPresent() && interpreter.holds(program.spike().get())) {
      spikes++;
      interpreter.run(program.reset());
      refractory = (int) Math.rint(program.refractory().map(interpreter::value).orElse(0.0) / dt);
    }
  }

  double get(String variable) {
    return state.get(variable);
  }

  double coefficient(String name) {
    return coefficients.get(name);
  }

  int spikes() {
    return spikes;
  }

  @Override
  public double read(String name, Scope scope) {
    if (scope == Scope.CLOCK) {
      return name.equals("dt") ? dt : ticks * dt;
    }
    if (scope == Scope.REFRACTORY) {
      return refractory > 0 ? 1 : 0;
    }
    Map<String, Double> values =
        switch (scope) {
          case STATE -> state;
          case PARAMETER -> parameters;
          case COEFFICIENT -> coefficients;
          case ARRIVED -> arrived;
          case COUPLED -> coupled;
          default -> throw new IllegalArgumentException(name + " in " + scope);
        };
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " isn't in " + scope);
    }
    return value;
  }

  @Override
  public void write(String name, Scope scope, double value) {
    if (scope != Scope.STATE || state.replace(name, value) == null) {
      throw new IllegalArgumentException(name + " can't be written");
    }
  }

  @Override
  public Interpreter.Draws draws() {
    return new Interpreter.Draws() {
      @Override
      public double uniform(int stream) {
        return draw(stream).nextDouble();
      }

      @Override
      public double normal(int stream) {
        return draw(stream).nextGaussian();
      }

      @Override
      public double poisson(int stream, double mean) {
        SplittableRandom draws = draw(stream);
        int events = 0;
        for (double left = mean; (left += Math.log(1 - draws.nextDouble())) > 0; ) {
          events++;
        }
        return events;
      }
    };
  }

  /** The same numbers for the same stream and tick. */
  private SplittableRandom draw(int stream) {
    return new SplittableRandom(1_000_003L * ticks + stream + 17);
  }
}
