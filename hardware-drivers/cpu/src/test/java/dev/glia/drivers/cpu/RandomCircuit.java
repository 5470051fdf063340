package dev.glia.drivers.cpu;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;

/**
 * A network that is wide enough to be cut, with a shortest delay of any length; the same for the
 * same number.
 */
final class RandomCircuit {
  static final String[] NAMES = {"noise", "a", "b"};
  private static final double DT = 0.1e-3;

  private final long number;
  private final RandomStream random;
  private final int[] sizes;
  private final int shortest;

  RandomCircuit(long number) {
    this.number = number;
    random = new RandomStream(number, "circuit", 0);
    sizes = new int[] {size(), size(), size()};
    shortest = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(30);
  }

  private int size() {
    return 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 400);
  }

  /** Ticks of the shortest delay that is drawn from; synapses may all have longer ones. */
  int shortest() {
    return shortest;
  }

  Network network() {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .seed(number)
            .population(
                NAMES[0], sizes[0], BenchmarkNetworks.poisson(), p -> p.set("rate", "60 Hz"))
            .population(NAMES[1], sizes[1], TestNetworks.noisyLif(), p -> start(p, sizes[1]))
            .population(NAMES[2], sizes[2], rhythmic(), p -> start(p, sizes[2]));
    int projections = 2 + random.nextInt(4);
    for (int i = 0; i < projections; i++) {
      int source = random.nextInt(3);
      int target = 1 + random.nextInt(2);
      String name = "p" + i;
      network.project(NAMES[source], NAMES[target], p -> connect(p, name, source, target));
    }
    for (String population : NAMES) {
      network.probeSpikes(population).probeCounts(population);
    }
    return network.probe("a", "v", sizes[1], 1).probe("b", "v", (sizes[2] + 1) / 2, 7).build();
  }

  private void start(TestPopulation population, int size) {
    double[] start = new double[size];
    for (int i = 0; i < size; i++) {
      start[i] = -65e-3 + 15e-3 * random.nextDouble();
    }
    population.start("v", start);
  }

  /** Driven by time itself, which threads in different ticks must not share. */
  private static NeuronEquations rhythmic() {
    return NeuronEquations.of(
            """
            dv/dt = (v_rest - v + 2*swing*(t*pace - floor(t*pace)) + r_m*i_syn) / tau_m : mV
            i_syn : nA (input)
            """)
        .start("v = v_rest")
        .spike("v > v_threshold")
        .reset("v = v_reset")
        .solve(Solver.RK2)
        .parameter("tau_m", "20 ms", "(0, inf)", "membrane time constant")
        .parameter("r_m", "100 MOhm", "(0, inf)", "membrane resistance")
        .parameter("v_rest", "-65 mV", "", "resting potential")
        .parameter("swing", "9 mV", "", "amplitude")
        .parameter("pace", "100 Hz", "", "frequency")
        .parameter("v_threshold", "-50 mV", "", "spike threshold")
        .parameter("v_reset", "-65 mV", "", "potential after a spike")
        .build();
  }

  private void connect(TestProjection projection, String name, int source, int target) {
    projection
        .name(name)
        .receptor(name)
        .through(TestNetworks.exponential(), "i_syn")
        .delay(delay());
    if (sizes[source] == sizes[target] && random.nextInt(2) == 0) {
      projection.wiring(Wiring.oneToOne(sizes[source]));
    } else if (random.nextInt(3) > 0) {
      projection.wiring(
          Wiring.fixedProbability(sizes[source], sizes[target], 0.1, number + name.hashCode()));
    } else if (source == target && random.nextInt(2) == 0) {
      projection.wiring(Wiring.allButOne(sizes[source]));
    }
    boolean learns = random.nextInt(3) == 0;
    double most = 2e-9 / sizes[source] * (random.nextInt(3) - 1);
    projection.weight(
        learns || random.nextInt(2) == 0 ? new Law.Uniform(0, most) : new Law.Constant(most));
    if (learns) {
      projection.learn("stdp", TestNetworks.pairStdp());
    }
  }

  private Law delay() {
    return random.nextInt(2) == 0
        ? new Law.Constant((shortest + random.nextInt(2) * random.nextInt(20)) * DT)
        : new Law.Uniform(shortest * DT, (shortest + random.nextInt(25)) * DT);
  }

  /** Forces the same spikes on every trial of the same circuit. */
  void force(Trial trial, int ticks) {
    RandomStream spikes = new RandomStream(number, "forced", 0);
    for (int i = 0; i < 50; i++) {
      int population = spikes.nextInt(3);
      trial.force(NAMES[population], spikes.nextInt(sizes[population]), 1 + spikes.nextInt(ticks));
    }
  }
}
