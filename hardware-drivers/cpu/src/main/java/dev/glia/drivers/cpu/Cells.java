package dev.glia.drivers.cpu;

import dev.glia.api.equations.Coefficients;
import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Scope;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.api.random.Streams;
import dev.glia.drivers.cpu.compile.CompiledPopulation;
import dev.glia.drivers.cpu.compile.CompiledPopulation.HoldForm;
import dev.glia.drivers.cpu.compile.Layout;
import dev.glia.drivers.cpu.compile.Uniforms;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The neurons of one population: their parameters in float64, everything else in float32 arrays,
 * one a variable, padded to whole vectors. Threads share the arrays, each keeping to its slice;
 * whatever changes parameters happens between ticks.
 */
final class Cells {
  /** Refractory counts are floats; beyond it they'd lose whole numbers. */
  private static final double LONGEST_HOLD = 1 << 24;

  private final Population population;
  private final double dt;
  private final boolean fused;
  private final Map<String, double[]> parameters = new LinkedHashMap<>();
  private final long[] bits;
  private CompiledPopulation code;
  private float[][] arrays;
  private long[] keys;

  /**
   * Neurons in their initial state.
   *
   * @param fused whether nobody looks at the state between deliver and integrate
   */
  Cells(Population population, double dt, long seed, boolean fused) {
    this.population = population;
    this.dt = dt;
    this.fused = fused;
    for (Parameter parameter : population.program().parameters()) {
      Values given = population.parameters().get(parameter.name());
      parameters.put(
          parameter.name(),
          given == null ? new double[] {parameter.defaultValue()} : given.toArray());
    }
    bits = new long[Padding.words(population.size())];
    compile();
    keys = new long[code.streams()];
    for (int stream = 0; stream < keys.length; stream++) {
      keys[stream] = Streams.key(seed, Streams.ofCall(population.name(), stream));
    }
    derive();
    start();
  }

  private void compile() {
    Set<String> each = new LinkedHashSet<>();
    parameters.forEach(
        (name, values) -> {
          if (values.length > 1) {
            each.add(name);
          }
        });
    code = new CompiledPopulation(population.program(), each, fused);
    float[][] old = arrays;
    arrays = new float[code.layout().size()][];
    for (int i = 0; i < arrays.length; i++) {
      boolean kept = old != null && i < code.layout().coupling(0);
      arrays[i] = kept ? old[i] : new float[Padding.padded(population.size())];
    }
  }

  private void start() {
    for (Variable variable : population.program().state()) {
      Values given = population.start().get(variable.name());
      float[] array = array(variable.name());
      boolean shared = parameters.values().stream().allMatch(values -> values.length == 1);
      float first = given == null ? (float) value(variable.initial(), 0) : (float) given.at(0);
      for (int i = 0; i < array.length; i++) {
        int neuron = Math.min(i, size() - 1); // padding goes along with the last neuron
        boolean same = given == null ? shared : given.isShared();
        array[i] =
            same
                ? first
                : (float) (given == null ? value(variable.initial(), neuron) : given.at(neuron));
      }
    }
  }

  /** Computes everything that depends on parameters. */
  private void derive() {
    Uniforms uniforms = code.uniforms();
    uniforms.set(uniforms.slot("dt", Scope.CLOCK), dt);
    parameters.forEach((name, values) -> spread(name, Scope.PARAMETER, values));
    for (Coefficients coefficients : population.program().coefficients()) {
      boolean shared =
          coefficients.parameters().stream().allMatch(name -> parameters.get(name).length == 1);
      double[][] columns = new double[coefficients.names().size()][shared ? 1 : size()];
      for (int i = 0; i < (shared ? 1 : size()); i++) {
        int neuron = i;
        double[] from =
            coefficients.parameters().stream().mapToDouble(name -> at(name, neuron)).toArray();
        double[] values = coefficients.compute(dt, from);
        for (int k = 0; k < values.length; k++) {
          columns[k][i] = values[k];
        }
      }
      for (int k = 0; k < columns.length; k++) {
        spread(coefficients.names().get(k), Scope.COEFFICIENT, columns[k]);
      }
    }
    deriveHoldTicks();
    uniforms.update();
  }

  private void spread(String name, Scope scope, double[] values) {
    int each = code.layout().each(name, scope);
    if (each < 0) {
      code.uniforms().set(code.uniforms().slot(name, scope), values[0]);
      return;
    }
    fill(arrays[each], values);
  }

  private void fill(float[] array, double[] values) {
    for (int i = 0; i < array.length; i++) {
      array[i] = (float) (values.length == 1 ? values[0] : values[Math.min(i, size() - 1)]);
    }
  }

  private void deriveHoldTicks() {
    if (code.hold() == HoldForm.SHARED) {
      code.setHoldTicks(holdTicks(0));
    } else if (code.hold() == HoldForm.EACH) {
      double[] ticks = new double[size()];
      Arrays.setAll(ticks, this::holdTicks);
      fill(arrays[code.layout().holdTicks()], ticks);
    }
  }

  private double holdTicks(int neuron) {
    double time = value(population.program().refractory().orElseThrow(), neuron);
    return Math.clamp(Math.round(time / dt), 0, LONGEST_HOLD);
  }

  private double value(Expr expression, int neuron) {
    return new Interpreter(new ParameterValues(neuron)).value(expression);
  }

  private double at(String parameter, int neuron) {
    double[] values = parameters.get(parameter);
    return values.length == 1 ? values[0] : values[neuron];
  }

  /** Parameters of one neuron, as an expression sees them. */
  private final class ParameterValues implements Interpreter.Environment {
    private final int neuron;

    ParameterValues(int neuron) {
      this.neuron = neuron;
    }

    @Override
    public double read(String name, Scope scope) {
      if (scope == Scope.PARAMETER) {
        return at(name, neuron);
      }
      if (scope == Scope.CLOCK) {
        return name.equals("dt") ? dt : 0;
      }
      int each = code.layout().each(name, scope);
      if (each >= 0) {
        return arrays[each][neuron];
      }
      int slot = code.uniforms().slot(name, scope);
      if (slot < 0) {
        throw new IllegalArgumentException("'" + name + "' isn't a parameter");
      }
      return code.uniforms().value(slot);
    }

    @Override
    public void write(String name, Scope scope, double value) {
      throw new UnsupportedOperationException("a parameter can't be assigned: " + name);
    }

    @Override
    public Interpreter.Draws draws() {
      throw new UnsupportedOperationException("parameters draw no random numbers");
    }
  }

  Population population() {
    return population;
  }

  String name() {
    return population.name();
  }

  int size() {
    return population.size();
  }

  CompiledPopulation code() {
    return code;
  }

  Layout layout() {
    return code.layout();
  }

  /** Arrays by the numbers of the layout; the live ones. */
  float[][] arrays() {
    return arrays;
  }

  /** State variables; the live arrays. */
  float[][] state() {
    return Arrays.copyOf(arrays, population.program().state().size());
  }

  /** A state variable; the live array, longer than the population. */
  float[] array(String variable) {
    int number = code.layout().state(variable);
    if (number < 0) {
      throw new IllegalArgumentException(
          "population " + name() + " has no variable '" + variable + "'");
    }
    return arrays[number];
  }

  /** A bit a neuron that spikes. */
  long[] bits() {
    return bits;
  }

  long[] keys() {
    return keys;
  }

  Map<String, double[]> parameters() {
    return parameters;
  }

  /**
   * Sets a parameter.
   *
   * @return whether the program had to be compiled anew, as it now differs between neurons
   */
  boolean setParameter(String name, double[] values) {
    if (!parameters.containsKey(name)) {
      throw new IllegalArgumentException(
          "population " + name() + " has no parameter '" + name + "'");
    }
    checkLength(name, values);
    parameters.put(name, values.clone());
    boolean anew = values.length > 1 && code.layout().each(name, Scope.PARAMETER) < 0;
    if (anew) {
      compile();
    }
    derive();
    return anew;
  }

  /** Sets a state variable. */
  void setState(String variable, double[] values) {
    float[] array = array(variable);
    checkLength(variable, values);
    fill(array, values);
  }

  private void checkLength(String name, double[] values) {
    if (values.length != 1 && values.length != size()) {
      throw new IllegalArgumentException(
          "%s.%s takes 1 value or %d, given %d".formatted(name(), name, size(), values.length));
    }
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException(name() + "." + name + " can't be NaN");
      }
    }
  }

  /** What a thread's frame needs: the arrays, then tiles of its own. */
  float[][] arraysWithTiles() {
    float[][] tiles = code.newTiles();
    float[][] all = Arrays.copyOf(arrays, arrays.length + tiles.length);
    System.arraycopy(tiles, 0, all, arrays.length, tiles.length);
    return all;
  }

  long bytes() {
    return 4L * arrays.length * Padding.padded(size()) + 8L * bits.length;
  }
}
