package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.compile.CompiledLearning;

/** How many threads a network is worth: a barrier costs as much as thousands of neurons. */
final class ThreadChoice {
  /** Work of a tick, in neurons, below which one more thread doesn't pay. */
  private static final double WORTH_A_THREAD = 6000;

  /** A static synapse's share of a neuron's cost: spikes are rare. */
  private static final double SYNAPSE = 0.005;

  private ThreadChoice() {}

  static int of(Network network, DeployOptions options) {
    if (network.projections().stream().anyMatch(ThreadChoice::needsOneThread)) {
      return 1;
    }
    if (options.threads() > 0) {
      return options.threads();
    }
    double work = network.populations().stream().mapToDouble(p -> p.size()).sum();
    for (Projection projection : network.projections()) {
      work += SYNAPSE * projection.connectivity().expectedSynapses();
    }
    int worth = (int) Math.min(work / WORTH_A_THREAD, 1024);
    return Math.clamp(worth, 1, Runtime.getRuntime().availableProcessors());
  }

  /** Rules in which a target's spike changes variables of the source's axon. */
  private static boolean needsOneThread(Projection projection) {
    return projection.learning().isPresent()
        && CompiledLearning.crossesThreads(projection.learning().get().program());
  }
}
