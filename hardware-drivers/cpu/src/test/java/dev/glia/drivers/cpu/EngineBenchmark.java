package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** Prints what a tick costs: {@code EngineBenchmark [digits|brunel|stdp] [threads]}. */
final class EngineBenchmark {
  private EngineBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    String which = arguments.length > 0 ? arguments[0] : "digits";
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    long started = System.nanoTime();
    Network network =
        switch (which) {
          case "digits" -> BenchmarkNetworks.digits(100, 13);
          case "stdp" -> BenchmarkNetworks.stdp(10_000);
          default -> BenchmarkNetworks.brunel(12500, 5, 2, "1.5 ms");
        };
    long built = System.nanoTime();
    try (Deployment deployment =
        new CpuDriver().devices().get(0).deploy(network, new DeployOptions(threads, Map.of()))) {
      long deployed = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "%s: spec %.3f s, deploy %.3f s, %d threads%n",
          which,
          (built - started) * 1e-9,
          (deployed - built) * 1e-9,
          deployment.report().threads());
      for (DeploymentReport.Entry e : deployment.report().entries()) {
        System.out.printf(
            Locale.ROOT,
            "  %-40s %-45s %,12d %,14d bytes%n",
            e.part(),
            e.form(),
            e.count(),
            e.bytes());
      }
      run(which, network, deployment);
    }
  }

  private static void run(String which, Network network, Deployment deployment) throws Exception {
    boolean digits = which.startsWith("digits");
    OutputBlock out = new OutputBlock(network);
    int block = digits ? 1000 : 200;
    int blocks = Integer.getInteger("blocks", digits ? 60 : 40);
    int warm = blocks / 2;
    double[] wall = new double[blocks - warm];
    double[] busiest = new double[blocks - warm];
    double[] all = new double[blocks - warm];
    double spikes = 0;
    for (int i = 0; i < blocks; i++) {
      if (digits) {
        deployment.raise("input->excitatory", "presentation");
        deployment.raise("excitatory->classes", "presentation");
      }
      long[] before = cpu();
      long start = System.nanoTime();
      deployment.advance(block, InputBlock.EMPTY, out);
      if (i >= warm) {
        wall[i - warm] = (System.nanoTime() - start) * 1e-3 / block;
        long[] after = cpu();
        for (int t = 0; t < after.length; t++) {
          double used = (after[t] - before[t]) * 1e-3 / block;
          busiest[i - warm] = Math.max(busiest[i - warm], used);
          all[i - warm] += used;
        }
        spikes += Arrays.stream(out.record(0).counts()).sum();
      }
    }
    Work work = new Work(network, StoragePlan.of(network, Map.of()));
    System.out.printf(
        Locale.ROOT,
        "  expected: %.2f us of each thread, and %.2f us divided%n",
        work.ofEachThread() * 1e-3,
        work.divisible() * 1e-3);
    double seconds = wall.length * block * network.dt();
    System.out.printf(
        Locale.ROOT,
        "  us a tick: wall %s; CPU of the busiest thread %s; of all %s; %.1f Hz%n",
        leastAndMedian(wall),
        leastAndMedian(busiest),
        leastAndMedian(all),
        spikes / seconds / network.probes().get(0).neurons());
  }

  /** Of this thread and all that a deployment has started. */
  private static long[] cpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return LongStream.concat(
            LongStream.of(threads.getCurrentThreadCpuTime()),
            Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("glia-cpu-crew-"))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId())))
        .toArray();
  }

  private static String leastAndMedian(double[] values) {
    Arrays.sort(values);
    return String.format(Locale.ROOT, "%.2f (least %.2f)", values[values.length / 2], values[0]);
  }
}
