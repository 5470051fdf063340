package dev.glia.platform.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.LoadedNetwork;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the driver may cost, counted: bytes and work, never seconds. Bounds are a little above what
 * is needed now; lower them when it gets less.
 */
class GuardsTest {
  /** Laid out as the container's home is. */
  static final Path HOME = Path.of("..", "..", "distribution");

  private static final ExperimentRunner RUNNER = new ExperimentRunnerService(Shipped.CATALOG);
  private static final int BLOCK = 200;

  /** A block may allocate something, its ticks mustn't. */
  private static final long SMALLEST_OBJECT = 16;

  private static LoadedNetwork load(String workload, String small) {
    Workload each = Workloads.named(List.of(workload)).get(0);
    List<String> settings = new ArrayList<>(each.settings());
    if (small != null) {
      settings.addAll(Arrays.asList(small.split(" ")));
    }
    return RUNNER.load(ExperimentReader.read(HOME.resolve(each.experiment()), settings), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "brunel, populations.excitatory.size=2000 populations.inhibitory.size=500, 1.6",
    "stdp, populations.excitatory.size=1600 populations.inhibitory.size=400, 9.5",
    "cuba-4k, , 2.3",
    "cuba-40k-1000, neurons=8000 degree=200, 2.3",
    "microcircuit, scale=0.03, 10.5",
    "echo-state, , 6.3"
  })
  void synapsesTakeFewBytes(String workload, String small, double most) {
    try (LoadedNetwork loaded = load(workload, small)) {
      Deployment deployment = loaded.deployment();
      double bytes =
          deployment.report().entries().stream()
              .filter(entry -> entry.part().startsWith("projection "))
              .mapToLong(DeploymentReport.Entry::bytes)
              .sum();
      long synapses =
          deployment.network().projections().stream()
              .mapToLong(projection -> deployment.synapses(projection.name()))
              .sum();
      assertThat(bytes / synapses).as("bytes a synapse").isLessThan(most);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "brunel, populations.excitatory.size=2000 populations.inhibitory.size=500",
    "stdp, populations.excitatory.size=800 populations.inhibitory.size=200",
    "cuba-4k, ",
    "microcircuit, scale=0.03",
    "echo-state, populations.units.size=200"
  })
  void ticksAllocateNothing(String workload, String small) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (LoadedNetwork loaded = load(workload, small)) {
      Deployment deployment = loaded.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      for (int i = 0; i < 5; i++) {
        deployment.advance(BLOCK, InputBlock.EMPTY, out); // buffers reach their size
      }
      long least = Long.MAX_VALUE; // whatever the first time through a path allocates is no leak
      for (int i = 0; i < 5; i++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        deployment.advance(BLOCK, InputBlock.EMPTY, out);
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertThat(least).as("bytes in a block").isLessThan(SMALLEST_OBJECT * BLOCK);
    }
  }

  /** Sources that fire now and then; targets that only count what arrives. */
  private static final String COUNTING =
      """
      glia: 1
      name: counting
      seed: 5
      time: {dt: 0.1 ms, run: 1 s}
      models:
        counter: {kind: neuron, equations: "n : 1"}
      populations:
        sources: {model: poisson, size: 300, rate: 40 Hz}
        counters: {model: counter, size: 500}
      projections:
        - {from: sources, to: counters, topology: {fixed-probability: 0.2}, synapse: delta, into: n, weight: 1, delay: 0.5 ms}
        - {name: sparse, from: sources, to: counters, topology: {fixed-probability: 0.004}, synapse: delta, into: n, weight: 1, delay: 0.1 ms}
        - {name: multiple, from: sources, to: counters, topology: {fixed-total-number: {n: 30000}}, synapse: delta, into: n, weight: 1, delay: {uniform: [0.1 ms, 1 ms]}}
        - {name: spread, from: sources, to: counters, topology: {fixed-probability: 0.1}, synapse: delta, into: n, weight: {uniform: [1, 1]}, delay: {normal: [1 ms, 0.5 ms, 0.1 ms, 3 ms]}}
        - {name: all, from: sources, to: counters, topology: all-to-all, synapse: delta, into: n, weight: 1}
      probes: [{of: counters, record: n, every: 10 ms}]
      target: cpu
      """;

  @Test
  void everyEventIsDeliveredOnce() throws Exception {
    var experiment = ExperimentReader.parse("counting.yaml", COUNTING, List.of());
    try (LoadedNetwork loaded = RUNNER.load(experiment, 1)) {
      Deployment deployment = loaded.deployment();
      OutputBlock out = new OutputBlock(deployment.network());
      Events events = new Events(deployment, out);
      int[] degree = new int[300];
      for (Projection projection : deployment.network().projections()) {
        for (int i = 0; i < degree.length; i++) {
          degree[i] += projection.connectivity().row(i).length;
        }
      }
      long sent = 0;
      int ticks = 2000;
      int longest = 40; // what is on its way at the end isn't counted
      deployment.advance(ticks - longest, InputBlock.EMPTY, out);
      events.add();
      OutputBlock.Record spikes = out.record(0);
      for (int i = 0; i < spikes.spikes(); i++) {
        sent += degree[spikes.spikeNeuron(i)];
      }
      assertThat(events.count(ticks - longest)).isCloseTo(sent, within(0.02 * sent));
      deployment.setParameter("sources", "rate", new double[] {0});
      deployment.advance(longest, InputBlock.EMPTY, out);
      assertThat(arrived(deployment, out)).isEqualTo(sent);
    }
  }

  private static double arrived(Deployment deployment, OutputBlock out) {
    List<Probe> probes = deployment.network().probes();
    for (int i = 0; i < probes.size(); i++) {
      if (probes.get(i) instanceof Probe.Trace) {
        OutputBlock.Record trace = out.record(i);
        int width = trace.probe().neurons();
        double sum = 0;
        for (int neuron = 0; neuron < width; neuron++) {
          sum += trace.samples()[(trace.rows() - 1) * width + neuron];
        }
        return sum;
      }
    }
    throw new AssertionError("no trace");
  }
}
