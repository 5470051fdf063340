package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

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
    boolean digits = which.equals("digits");
    OutputBlock out = new OutputBlock(network);
    int block = 1000;
    int blocks = digits ? 40 : Integer.getInteger("blocks", 10);
    for (int i = 0; i < blocks; i++) {
      if (digits) {
        deployment.raise("input->excitatory", "presentation");
        deployment.raise("excitatory->classes", "presentation");
      }
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      deployment.advance(block, InputBlock.EMPTY, out);
      wall = System.nanoTime() - wall;
      cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      if (i < 4 || i % 8 == 7 || i == blocks - 1) {
        long spikes = Arrays.stream(out.record(0).counts()).sum();
        System.out.printf(
            Locale.ROOT,
            "  block %2d: %8.2f us a tick (CPU of one thread %8.2f), %6.2f s CPU a simulated s,"
                + " %.1f Hz%n",
            i,
            wall * 1e-3 / block,
            cpu * 1e-3 / block,
            cpu * 1e-9 / (block * network.dt()),
            spikes / (block * network.dt()) / network.probes().get(0).neurons());
      }
    }
  }
}
