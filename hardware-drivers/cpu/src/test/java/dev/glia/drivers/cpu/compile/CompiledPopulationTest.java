package dev.glia.drivers.cpu.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.equations.Interpreter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Scope;
import dev.glia.api.random.RandomStream;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CompiledPopulationTest {
  private static final int NEURONS = 37;
  private static final double DT = 1e-4;
  private static final Map<String, Double> SHARED = Map.of("p", 0.75, "r", -1.25);

  /** A program on data of its own. */
  private static final class Bench {
    final CompiledPopulation code;
    final Procedure integrate;
    final Frame frame = new Frame();

    Bench(PopulationProgram program, long seed) {
      code = new CompiledPopulation(program, Set.of("q"), true);
      integrate = code.integrate();
      Uniforms uniforms = code.uniforms();
      uniforms.set(uniforms.slot("dt", Scope.CLOCK), DT);
      SHARED.forEach((name, v) -> uniforms.set(uniforms.slot(name, Scope.PARAMETER), v));
      uniforms.update();
      float[][] tiles = code.newTiles();
      int own = code.layout().size();
      frame.arrays = new float[own + tiles.length][Padding.padded(NEURONS)];
      System.arraycopy(tiles, 0, frame.arrays, own, tiles.length);
      RandomStream random = new RandomStream(seed, "data", 0);
      for (int v = 0; v < 3; v++) {
        fill(frame.arrays[v], random);
      }
      fill(frame.arrays[code.layout().each("q", Scope.PARAMETER)], random);
      frame.uniforms = uniforms.floats();
      frame.bits = new long[1];
    }

    private static void fill(float[] array, RandomStream random) {
      for (int i = 0; i < array.length; i++) {
        array[i] = (float) (6 * random.nextDouble() - 3);
      }
    }

    double read(String name, Scope scope, int neuron) {
      return switch (scope) {
        case STATE -> frame.arrays[code.layout().state(name)][neuron];
        case PARAMETER ->
            name.equals("q")
                ? frame.arrays[code.layout().each("q", scope)][neuron]
                : SHARED.get(name);
        default -> throw new IllegalArgumentException(name);
      };
    }

    void run() {
      integrate.run(frame, 0, Padding.padded(NEURONS));
    }
  }

  @Property(tries = 1000)
  void compiledProgramAgreesWithTheInterpreterWithinRounding(@ForAll long number) {
    PopulationProgram program = new RandomProgram(number).make();
    Bench bench = new Bench(program, number);
    Bounded[] expected = new Bounded[NEURONS];
    double[][] interpreted = new double[NEURONS][];
    for (int i = 0; i < NEURONS; i++) {
      expected[i] = new Bounded();
      for (String name : new String[] {"a", "b", "c"}) {
        expected[i].set(name, Scope.STATE, bench.read(name, Scope.STATE, i));
      }
      for (String name : new String[] {"p", "q", "r"}) {
        expected[i].set(name, Scope.PARAMETER, bench.read(name, Scope.PARAMETER, i));
      }
      expected[i].run(program.integrate());
      interpreted[i] = interpret(program, bench, i);
    }
    bench.run();
    for (int i = 0; i < NEURONS; i++) {
      for (int v = 0; v < 3; v++) {
        String name = program.state().get(v).name();
        Bounded.Value bound = expected[i].get(name, Scope.STATE);
        if (bound.error() < 1e30 && Math.abs(bound.value()) < 1e30) {
          assertThat(Math.abs(bench.frame.arrays[v][i] - interpreted[i][v]))
              .as(
                  "%s[%d]: %s, interpreted %s",
                  name, i, bench.frame.arrays[v][i], interpreted[i][v])
              .isLessThanOrEqualTo(bound.error() + 1e-9 * Math.abs(bound.value()));
        }
      }
    }
  }

  private static double[] interpret(PopulationProgram program, Bench bench, int neuron) {
    Map<String, Double> written = new HashMap<>();
    new Interpreter(
            new Interpreter.Environment() {
              @Override
              public double read(String name, Scope scope) {
                Double own = scope == Scope.STATE ? written.get(name) : null;
                return own != null ? own : bench.read(name, scope, neuron);
              }

              @Override
              public void write(String name, Scope scope, double value) {
                written.put(name, value);
              }

              @Override
              public Interpreter.Draws draws() {
                throw new UnsupportedOperationException();
              }
            })
        .run(program.integrate());
    return program.state().stream()
        .mapToDouble(v -> written.getOrDefault(v.name(), bench.read(v.name(), Scope.STATE, neuron)))
        .toArray();
  }

  @Property(tries = 300)
  void vectorCodeGivesTheSameBits(@ForAll long number) {
    PopulationProgram program = new RandomProgram(number).make();
    Bench scalar = new Bench(program, number);
    Bench vector = new Bench(program, number);
    scalar.integrate.useScalar();
    scalar.run();
    vector.integrate.useVectors();
    vector.run();
    for (int v = 0; v < 3; v++) {
      assertThat(bits(vector.frame.arrays[v])).isEqualTo(bits(scalar.frame.arrays[v]));
    }
    assertThat(vector.frame.bits[0] & ((1L << NEURONS) - 1))
        .isEqualTo(scalar.frame.bits[0] & ((1L << NEURONS) - 1));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[NEURONS];
    Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
    return bits;
  }
}
