package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what a tick of one population costs, of each model: nanoseconds of CPU time a neuron and a
 * state variable. The models take turns, {@code KernelBenchmark [rounds] [model…]}; medians.
 */
final class KernelBenchmark {
  private static final int TICKS = 1000;
  private static final int WARM = 10;

  private KernelBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    List<String> models =
        arguments.length > 1
            ? Arrays.asList(arguments).subList(1, arguments.length)
            : KernelNetworks.MODELS;
    Network[] networks = new Network[models.size()];
    Deployment[] deployments = new Deployment[models.size()];
    OutputBlock[] outs = new OutputBlock[models.size()];
    double[][] nanos = new double[models.size()][rounds];
    long[] spikes = new long[models.size()];
    for (int m = 0; m < deployments.length; m++) {
      networks[m] = KernelNetworks.of(models.get(m));
      deployments[m] =
          new CpuDriver().devices().get(0).deploy(networks[m], new DeployOptions(1, Map.of()));
      outs[m] = new OutputBlock(networks[m]);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = -WARM; round < rounds; round++) {
      for (int m = 0; m < deployments.length; m++) {
        long start = threads.getCurrentThreadCpuTime();
        deployments[m].advance(TICKS, InputBlock.EMPTY, outs[m]);
        if (round >= 0) {
          nanos[m][round] = (threads.getCurrentThreadCpuTime() - start) / (double) TICKS;
          spikes[m] += Arrays.stream(outs[m].record(0).counts()).sum();
        }
      }
      if (round < 0) {
        Thread.sleep(1000); // the vector forms are compiled on another thread
      }
    }
    for (int m = 0; m < deployments.length; m++) {
      Arrays.sort(nanos[m]);
      double tick = nanos[m][rounds / 2];
      int variables = KernelNetworks.variables(networks[m]);
      System.out.printf(
          Locale.ROOT,
          "%-16s %2d variables: %7.2f us a tick, %6.3f ns a neuron, %6.3f ns a neuron and variable"
              + " (%.1f Hz; expected %.3f ns a neuron)%n",
          models.get(m),
          variables,
          tick * 1e-3,
          tick / KernelNetworks.NEURONS,
          tick / KernelNetworks.NEURONS / Math.max(1, variables),
          spikes[m] / (rounds * TICKS * networks[m].dt()) / KernelNetworks.NEURONS,
          new Work(networks[m], StoragePlan.of(networks[m], Map.of())).divisible()
              / KernelNetworks.NEURONS);
    }
  }
}
