package dev.glia.drivers.cpu;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Wiring;
import dev.glia.api.topology.Connectivity;
import java.util.Arrays;

/** Networks whose speed and memory are measured: that of the digits, and Brunel's. */
final class BenchmarkNetworks {
  private BenchmarkNetworks() {}

  /** 784 inputs, n excitatory, n inhibitory, 10 class neurons; two projections learn. */
  static Network digits(int n, double rate) {
    return TestNetwork.with("0.5 ms")
        .seed(3)
        .population("input", 784, poisson(), p -> p.set("rate", rates(rate)))
        .population("excitatory", n, adaptive())
        .population("inhibitory", n, conductanceLif())
        .population("classes", 10, conductanceLif())
        .project(
            "input",
            "excitatory",
            p ->
                p.through(relativeConductance("1 ms", "0 mV"), "i_syn")
                    .weight(new Law.Uniform(0, 0.3))
                    .learn("stdp", symmetricStdp("0.005", "1"))
                    .learn("scaling", scaling("78.4")))
        .project(
            "excitatory",
            "inhibitory",
            p ->
                p.through(relativeConductance("1 ms", "0 mV"), "i_syn")
                    .weight("10.4")
                    .wiring(Wiring.oneToOne(n)))
        .project(
            "inhibitory",
            "excitatory",
            p ->
                p.through(relativeConductance("2 ms", "-100 mV"), "i_syn")
                    .weight("17")
                    .wiring(Wiring.allButOne(n)))
        .project(
            "excitatory",
            "classes",
            p ->
                p.through(relativeConductance("1 ms", "0 mV"), "i_syn")
                    .weight(new Law.Uniform(0, 0.3))
                    .learn("stdp", symmetricStdp("0.04", "8"))
                    .learn("scaling", scaling(String.valueOf(0.8 * n))))
        .probeCounts("excitatory")
        .probeCounts("classes")
        .build();
  }

  private static double[] rates(double mean) {
    double[] rates = new double[784];
    RandomStream random = new RandomStream(5, "rates", 0);
    Arrays.setAll(rates, i -> random.nextDouble() < 0.2 ? 5 * mean * random.nextDouble() * 2 : 0);
    return rates;
  }

  /** Brunel's model A: n/5 inhibitory, every neuron listens to a tenth; asynchronous irregular. */
  static Network brunel(int n, double g, double eta, String delay) {
    int excitatory = n * 4 / 5;
    double weight = 0.1e-3 * 1e4 / excitatory; // 0.1 mV for 10,000 excitatory neurons
    double rate = eta * 20e-3 / (weight * 20e-3);
    return TestNetwork.with("0.1 ms")
        .seed(11)
        .population("e", excitatory, deltaLif(), p -> background(p, excitatory, rate, weight))
        .population(
            "i", n - excitatory, deltaLif(), p -> background(p, n - excitatory, rate, weight))
        .project("e", "e", p -> brunel(p, excitatory, excitatory, weight, delay, 1))
        .project("e", "i", p -> brunel(p, excitatory, n - excitatory, weight, delay, 2))
        .project("i", "e", p -> brunel(p, n - excitatory, excitatory, -g * weight, delay, 3))
        .project("i", "i", p -> brunel(p, n - excitatory, n - excitatory, -g * weight, delay, 4))
        .probeCounts("e")
        .build();
  }

  /**
   * 10,000 neurons as Brunel's, at about 10 Hz, of whose 10 million synapses the 8 million
   * excitatory ones learn by pairs of spikes.
   */
  static Network stdp(int n) {
    int excitatory = n * 4 / 5;
    int inhibitory = n - excitatory;
    double weight = 0.1e-3 * 1e4 / excitatory;
    double g = 6;
    double rate = 1.25 * 20e-3 / (weight * 20e-3);
    return TestNetwork.with("0.1 ms")
        .seed(12)
        .population("e", excitatory, deltaLif(), p -> background(p, excitatory, rate, weight))
        .population("i", inhibitory, deltaLif(), p -> background(p, inhibitory, rate, weight))
        .project("e", "e", p -> learning(p, excitatory, excitatory, weight, 1))
        .project("e", "i", p -> learning(p, excitatory, inhibitory, weight, 2))
        .project("i", "e", p -> brunel(p, inhibitory, excitatory, -g * weight, "1.5 ms", 3))
        .project("i", "i", p -> brunel(p, inhibitory, inhibitory, -g * weight, "1.5 ms", 4))
        .probeCounts("e")
        .build();
  }

  private static void learning(
      TestProjection projection, int sources, int targets, double weight, int stream) {
    brunel(projection, sources, targets, weight, "1.5 ms", stream);
    projection
        .weight(new Law.Uniform(0.5 * weight, 1.5 * weight))
        .learn("stdp", pairStdp())
        .set("stdp.w_max", 2 * weight * 1e3 + " mV");
  }

  static LearningEquations pairStdp() {
    return LearningEquations.of(
            """
            dx/dt = -x/tau_plus : 1 (pre)
            dy/dt = -y/tau_minus : 1 (post)
            """)
        .onPre("w = clip(w - a_minus*(w_max - w_min)*y, w_min, w_max); x += 1")
        .onPost("w = clip(w + a_plus*(w_max - w_min)*x, w_min, w_max); y += 1")
        .parameter("a_plus", "0.005", "[0, inf)", "strengthening")
        .parameter("a_minus", "0.00525", "[0, inf)", "weakening")
        .parameter("tau_plus", "20 ms", "(0, inf)", "window")
        .parameter("tau_minus", "20 ms", "(0, inf)", "window")
        .parameter("w_min", "0 weight", "", "smallest weight")
        .parameter("w_max", "1 weight", "", "largest weight")
        .build();
  }

  private static void background(TestPopulation population, int size, double rate, double weight) {
    population
        .start("v", starts(size))
        .receptor("background", delta(), "v")
        .poisson("noise", "background", rate + " Hz", weight * 1e3 + " mV");
  }

  private static double[] starts(int size) {
    double[] start = new double[size];
    RandomStream random = new RandomStream(7, "start", size);
    Arrays.setAll(start, i -> 20e-3 * random.nextDouble());
    return start;
  }

  private static void brunel(
      TestProjection projection,
      int sources,
      int targets,
      double weight,
      String delay,
      int stream) {
    projection
        .through(delta(), "v")
        .weight(new Law.Constant(weight))
        .delay(delay)
        .wiring(new Sparse(sources, targets, 0.1, stream));
  }

  /** Each pair with a probability, drawn by skipping. */
  record Sparse(int sources, int targets, double probability, int stream) implements Connectivity {
    @Override
    public int[] row(int source) {
      RandomStream random = new RandomStream(stream, "sparse", source);
      double scale = 1 / Math.log1p(-probability);
      int[] row = new int[(int) (targets * probability * 2) + 64];
      int count = 0;
      double at = -1;
      while (true) {
        at += 1 + Math.floor(Math.log(1 - random.nextDouble()) * scale);
        if (at >= targets) {
          return Arrays.copyOf(row, count);
        }
        if (count == row.length) {
          row = Arrays.copyOf(row, 2 * count);
        }
        row[count++] = (int) at;
      }
    }

    @Override
    public long expectedSynapses() {
      return (long) (sources * (double) targets * probability);
    }
  }

  static NeuronEquations poisson() {
    return NeuronEquations.of("")
        .spike("random() < rate*dt")
        .parameter("rate", "20 Hz", "[0, inf)", "mean rate")
        .build();
  }

  static NeuronEquations deltaLif() {
    return NeuronEquations.of("dv/dt = -v/tau_m : mV (unless refractory)")
        .spike("v > v_threshold")
        .reset("v = v_reset")
        .refractory("t_ref")
        .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
        .parameter("v_threshold", "20 mV", "", "threshold")
        .parameter("v_reset", "10 mV", "", "reset")
        .parameter("t_ref", "2 ms", "[0, inf)", "refractoriness")
        .build();
  }

  private static NeuronEquations adaptive() {
    return NeuronEquations.of(
            """
            dv/dt = (v_rest - v + i_syn) / tau_m : mV (unless refractory)
            dtheta/dt = -adapting*theta / tau_theta : mV
            i_syn : mV (input)
            """)
        .start("v = v_rest; theta = 20 mV")
        .spike("v > v_base + theta")
        .reset("v = v_reset; theta += adapting*0.7 mV * 1 mV / max(abs(theta - 10 mV), 0.01 mV)")
        .refractory("t_ref")
        .parameter("tau_m", "100 ms", "(0, inf)", "membrane time constant")
        .parameter("v_rest", "-65 mV", "", "rest")
        .parameter("v_base", "-72 mV", "", "threshold")
        .parameter("v_reset", "-65 mV", "", "reset")
        .parameter("t_ref", "2 ms", "[0, inf)", "refractoriness")
        .parameter("tau_theta", "6000 s", "(0, inf)", "how long theta takes to fall")
        .parameter("adapting", "1", "[0, 1]", "whether theta changes")
        .build();
  }

  private static NeuronEquations conductanceLif() {
    return NeuronEquations.of(
            """
            dv/dt = (v_rest - v + i_syn) / tau_m : mV (unless refractory)
            i_syn : mV (input)
            """)
        .start("v = v_rest")
        .spike("v > v_threshold")
        .reset("v = v_reset")
        .refractory("t_ref")
        .parameter("tau_m", "10 ms", "(0, inf)", "membrane time constant")
        .parameter("v_rest", "-60 mV", "", "rest")
        .parameter("v_threshold", "-40 mV", "", "threshold")
        .parameter("v_reset", "-45 mV", "", "reset")
        .parameter("t_ref", "2 ms", "[0, inf)", "refractoriness")
        .build();
  }

  private static SynapseEquations relativeConductance(String tau, String reversal) {
    return SynapseEquations.of("dg/dt = -g/tau : 1")
        .onSpike("g += w")
        .output("g*(e_rev - v_post)")
        .weight("1")
        .parameter("tau", tau, "(0, inf)", "decay")
        .parameter("e_rev", reversal, "", "reversal potential")
        .build();
  }

  static SynapseEquations delta() {
    return SynapseEquations.of("").onSpike("target += w").build();
  }

  private static LearningEquations symmetricStdp(String nu, String wMax) {
    return LearningEquations.of(
            """
            dx/dt = -x/tau : 1 (pre)
            dy/dt = -y/tau : 1 (post)
            """)
        .onPre("w = min(w + nu*y, w_max); x += 0.1")
        .onPost("w = min(w + nu*x, w_max); y += 0.1")
        .parameter("nu", nu + " weight", "[0, inf)", "learning rate")
        .parameter("tau", "20 ms", "(0, inf)", "window")
        .parameter("w_max", wMax + " weight", "", "largest weight")
        .build();
  }

  private static LearningEquations scaling(String total) {
    return LearningEquations.of("")
        .on(LearningEquations.PRESENTATION, "w = w*total/sum(w)")
        .parameter("total", total + " weight", "(0, inf)", "sum onto a target")
        .build();
  }
}
