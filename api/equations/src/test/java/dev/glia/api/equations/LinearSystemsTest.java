package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Random linear systems, some variables held, against tiny steps of Runge–Kutta. */
class LinearSystemsTest {
  private static final double DT = 1e-3;

  private final double[][] a = new double[4][4];
  private final double[] b = new double[4];
  private final boolean[] held = new boolean[4];
  private int n;

  @Property(tries = 300)
  void exactStepIsTheLimitOfTinySteps(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int size) {
    n = size;
    SplittableRandom random = new SplittableRandom(seed);
    NeuronEquations.Builder builder =
        NeuronEquations.of(equations(random)).spike("x0 > -1e12").refractory("1 s");
    NeuronEquations neuron = parameters(builder).build();
    assertThat(neuron.solver()).isEqualTo(Solver.EXACT);
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = random.nextDouble(-1, 1);
    }

    SimulatedNeuron free = new SimulatedNeuron(neuron, DT + " s");
    compare(put(free, start).run(1), tinySteps(start, false));
    SimulatedNeuron refractory = new SimulatedNeuron(neuron, DT + " s").run(1);
    compare(put(refractory, start).run(1), tinySteps(start, true));
  }

  private String equations(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append("dx%d/dt = b%d".formatted(i, i));
      b[i] = random.nextDouble(-100, 100);
      for (int j = 0; j < n; j++) {
        a[i][j] = i == j ? random.nextDouble(-1000, 0) : random.nextDouble(-500, 500);
        if (i != j && random.nextInt(2) == 0) {
          a[i][j] = 0;
        } else {
          text.append(" + a%d%d*x%d".formatted(i, j, j));
        }
      }
      held[i] = random.nextInt(3) == 0;
      text.append(held[i] ? " : 1 (unless refractory)\n" : " : 1\n");
    }
    return text.toString();
  }

  private NeuronEquations.Builder parameters(NeuronEquations.Builder builder) {
    for (int i = 0; i < n; i++) {
      builder.parameter("b" + i, b[i] + " 1/s", "", "");
      for (int j = 0; j < n; j++) {
        builder.parameter("a" + i + j, a[i][j] + " 1/s", "", "");
      }
    }
    return builder;
  }

  private SimulatedNeuron put(SimulatedNeuron neuron, double[] state) {
    for (int i = 0; i < n; i++) {
      neuron.put("x" + i, state[i]);
    }
    return neuron;
  }

  private void compare(SimulatedNeuron neuron, double[] expected) {
    for (int i = 0; i < n; i++) {
      assertThat(neuron.get("x" + i)).isCloseTo(expected[i], within(1e-11));
    }
  }

  private double[] tinySteps(double[] start, boolean refractory) {
    double[] x = start.clone();
    int steps = 400;
    double h = DT / steps;
    for (int s = 0; s < steps; s++) {
      double[] k1 = rate(x, refractory);
      double[] k2 = rate(moved(x, k1, h / 2), refractory);
      double[] k3 = rate(moved(x, k2, h / 2), refractory);
      double[] k4 = rate(moved(x, k3, h), refractory);
      for (int i = 0; i < n; i++) {
        x[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return x;
  }

  private double[] moved(double[] x, double[] rate, double time) {
    double[] moved = x.clone();
    for (int i = 0; i < n; i++) {
      moved[i] += time * rate[i];
    }
    return moved;
  }

  private double[] rate(double[] x, boolean refractory) {
    double[] rate = new double[n];
    for (int i = 0; i < n; i++) {
      rate[i] = refractory && held[i] ? 0 : b[i];
      for (int j = 0; j < n && !(refractory && held[i]); j++) {
        rate[i] += a[i][j] * x[j];
      }
    }
    return rate;
  }

  @Test
  void aCoefficientDependsOnNoParameterThatItNeedNot() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(),
            List.of(
                new Receptor("exc", Models.exponential(), "i_syn"),
                new Receptor("inh", Models.alpha(), "i_syn")),
            List.of());

    assertThat(program.coefficients())
        .extracting(Coefficients::names)
        .containsExactlyInAnyOrder(
            List.of("phi(v,v)", "phi(v,exc.i)", "phi(v,inh.i)", "phi(v,inh.x)"),
            List.of("phi(exc.i,exc.i)"),
            List.of("phi(inh.i,inh.i)", "phi(inh.i,inh.x)"),
            List.of("phi(inh.x,inh.x)"));
    assertThat(program.coefficients())
        .extracting(Coefficients::parameters)
        .containsExactlyInAnyOrder(
            List.of("tau_m", "r_m", "exc.tau", "inh.tau"),
            List.of("exc.tau"),
            List.of("inh.tau"),
            List.of("inh.tau"));
  }

  @Test
  void whatStandsStillMayActInAnyWay() {
    NeuronEquations neuron =
        NeuronEquations.of(
                """
                dx/dt = (gain^2*exp(i) - x)/tau : 1
                gain : 1
                i : 1 (input)
                """)
            .start("gain = 3")
            .parameter("tau", "10 ms", "", "")
            .build();

    assertThat(neuron.solver()).isEqualTo(Solver.EXACT);
    assertThat(new SimulatedNeuron(neuron, "1 ms").run(10).get("x"))
        .isCloseTo(9 * (1 - Math.exp(-1)), within(1e-13));
  }

  /** Squares in which the variable cancels are out of reach, and are refused, not guessed. */
  @Test
  void coefficientsMayBeAnyFunctionOfParameters() {
    NeuronEquations neuron =
        NeuronEquations.of("dx/dt = (a > 1 ? -x : -2*x)*sqrt(a)/(b + a*s) : 1")
            .start("x = 1")
            .parameter("a", "4", "", "")
            .parameter("b", "6 s", "", "")
            .build();

    assertThat(new SimulatedNeuron(neuron, "1 s").run(5).get("x"))
        .isCloseTo(Math.exp(-1), within(1e-15));
  }
}
