package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Compares forms of storage on Brunel's network, alternating: {@code DeliveryBenchmark [blocks]
 * [form…]}. Prints CPU time of one thread, median of the second half of the blocks.
 */
final class DeliveryBenchmark {
  private DeliveryBenchmark() {}

  private static final int TICKS = 500;

  public static void main(String[] arguments) throws Exception {
    int blocks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    String[] forms =
        arguments.length > 1
            ? Arrays.copyOfRange(arguments, 1, arguments.length)
            : new String[] {"bit-rows", "rows"};
    Network network = BenchmarkNetworks.brunel(12500, 5, 2, "1.5 ms");
    OutputBlock out = new OutputBlock(network);
    Deployment[] deployments = new Deployment[forms.length];
    for (int f = 0; f < forms.length; f++) {
      long cpu = processCpu();
      long wall = System.nanoTime();
      deployments[f] =
          new CpuDriver()
              .devices()
              .get(0)
              .deploy(network, new DeployOptions(1, pins(network, forms[f])));
      System.out.printf(
          Locale.ROOT,
          "%s: built in %.2f s, %.2f s CPU%n",
          forms[f],
          (System.nanoTime() - wall) * 1e-9,
          (processCpu() - cpu) * 1e-9);
    }
    double[][] seconds = new double[forms.length][blocks];
    for (int b = 0; b < blocks; b++) {
      for (int f = 0; f < forms.length; f++) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        deployments[f].advance(TICKS, InputBlock.EMPTY, out);
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        seconds[f][b] = cpu * 1e-9 / (TICKS * network.dt());
      }
    }
    for (int f = 0; f < forms.length; f++) {
      double[] last = Arrays.copyOfRange(seconds[f], blocks / 2, blocks);
      Arrays.sort(last);
      System.out.printf(
          Locale.ROOT,
          "%s: %.3f s CPU a simulated s (least %.3f)%n",
          forms[f],
          last[last.length / 2],
          last[0]);
      deployments[f].close();
    }
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Map<String, String> pins(Network network, String form) {
    Map<String, String> pins = new HashMap<>();
    network.projections().forEach(p -> pins.put(p.name(), form));
    return pins;
  }
}
