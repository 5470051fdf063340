package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What it costs to build and to deliver the synapses of Potjans' and Diesmann's microcircuit, each
 * with a weight and a delay: {@code CircuitBenchmark [scale] [blocks] [threads]}. Sources fire at
 * the rates of the publication, whatever they receive.
 */
final class CircuitBenchmark {
  private static final int[] SIZES = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
  private static final double[] RATES = {0.971, 2.868, 4.746, 5.396, 8.142, 9.078, 0.991, 7.523};

  /** Of a pair, by target, then source. */
  private static final double[][] P = {
    {.1009, .1689, .0437, .0818, .0323, 0, .0076, 0},
    {.1346, .1371, .0316, .0515, .0755, 0, .0042, 0},
    {.0077, .0059, .0497, .135, .0067, .0003, .0453, 0},
    {.0691, .0029, .0794, .1597, .0033, 0, .1057, 0},
    {.1004, .0622, .0505, .0057, .0831, .3726, .0204, 0},
    {.0548, .0269, .0257, .0022, .06, .3158, .0086, 0},
    {.0156, .0066, .0211, .0166, .0572, .0197, .0396, .2252},
    {.0364, .001, .0034, .0005, .0277, .008, .0658, .1443}
  };

  private static final int TICKS = 200;

  private CircuitBenchmark() {}

  static Network network(double scale) {
    TestNetwork network = TestNetwork.with("0.1 ms").seed(5);
    for (int i = 0; i < SIZES.length; i++) {
      int size = (int) Math.round(SIZES[i] * scale);
      double rate = RATES[i];
      network.population(
          "from" + i, size, BenchmarkNetworks.poisson(), p -> p.set("rate", rate + " Hz"));
      network.population("to" + i, size, BenchmarkNetworks.deltaLif());
    }
    for (int to = 0; to < SIZES.length; to++) {
      for (int from = 0; from < SIZES.length; from++) {
        if (P[to][from] > 0) {
          project(network, from, to, scale);
        }
      }
    }
    return network.probeCounts("to0").build();
  }

  private static void project(TestNetwork network, int from, int to, double scale) {
    double weight = from % 2 == 0 ? 0.15e-3 : -0.6e-3;
    double delay = from % 2 == 0 ? 1.5e-3 : 0.75e-3;
    double lowest = weight > 0 ? 0 : Double.NEGATIVE_INFINITY;
    double highest = weight > 0 ? Double.POSITIVE_INFINITY : 0;
    int sources = (int) Math.round(SIZES[from] * scale);
    int targets = (int) Math.round(SIZES[to] * scale);
    network.project(
        "from" + from,
        "to" + to,
        p ->
            p.through(BenchmarkNetworks.delta(), "v")
                .weight(new Law.Normal(weight, 0.1 * Math.abs(weight), lowest, highest))
                .delay(new Law.Normal(delay, delay / 2, 1e-4, Double.POSITIVE_INFINITY))
                .wiring(
                    new BenchmarkNetworks.Sparse(sources, targets, P[to][from], 8 * to + from)));
  }

  public static void main(String[] arguments) throws Exception {
    double scale = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 0.1;
    int blocks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    Network network = network(scale);
    long wall = System.nanoTime();
    long cpu = processCpu();
    try (Deployment deployment =
        new CpuDriver().devices().get(0).deploy(network, new DeployOptions(threads, Map.of()))) {
      wall = System.nanoTime() - wall;
      cpu = processCpu() - cpu;
      long synapses = 0;
      long bytes = 0;
      for (DeploymentReport.Entry entry : deployment.report().entries()) {
        boolean projection = entry.part().startsWith("projection");
        synapses += projection ? entry.count() : 0;
        bytes += projection ? entry.bytes() : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "%,d synapses, %.2f B each, built in %.2f s, %.2f s CPU (%.1f ns each)%n",
          synapses,
          bytes / (double) synapses,
          wall * 1e-9,
          cpu * 1e-9,
          cpu / (double) synapses);
      run(network, deployment, blocks, scale);
    }
  }

  private static void run(Network network, Deployment deployment, int blocks, double scale)
      throws Exception {
    double events = 0;
    for (int to = 0; to < SIZES.length; to++) {
      for (int from = 0; from < SIZES.length; from++) {
        events += P[to][from] * SIZES[to] * SIZES[from] * scale * scale * RATES[from];
      }
    }
    OutputBlock out = new OutputBlock(network);
    double[] seconds = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      long cpu = processCpu();
      deployment.advance(TICKS, InputBlock.EMPTY, out);
      seconds[b] = (processCpu() - cpu) * 1e-9 / (TICKS * network.dt());
    }
    double[] last = Arrays.copyOfRange(seconds, blocks / 2, blocks);
    Arrays.sort(last);
    System.out.printf(
        Locale.ROOT,
        "%.3f s CPU a simulated s (least %.3f), %.2f ns an event%n",
        last[last.length / 2],
        last[0],
        last[last.length / 2] * 1e9 / events);
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
