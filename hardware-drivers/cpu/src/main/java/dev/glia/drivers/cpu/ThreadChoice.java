package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.compile.CompiledLearning;

/** How many threads a network is worth: meetings cost as much as thousands of neurons. */
final class ThreadChoice {
  /** Nanoseconds that a meeting takes, waiting for the last to come included. */
  private static final double MEETING = 2000;

  /** How much slower work is when it's divided: shorter rows, shared caches. */
  private static final double DIVIDED = 1.1;

  /** One thread more must make a tick so much faster, as other programs want processors too. */
  private static final double GAIN = 1.25;

  private ThreadChoice() {}

  static int of(Work work, DeployOptions options) {
    Network network = work.network();
    if (network.projections().stream().anyMatch(ThreadChoice::needsOneThread)) {
      return 1;
    }
    if (options.threads() > 0) {
      return options.threads();
    }
    return of(work, meetings(network), Runtime.getRuntime().availableProcessors());
  }

  /** The number after which one more doesn't pay. */
  static int of(Work work, double meetings, int processors) {
    int threads = 1;
    double nanos = work.ofEachThread() + work.divisible();
    while (threads < processors) {
      double more =
          work.ofEachThread()
              + DIVIDED * work.divisible() / (threads + 1)
              + meetings * MEETING * (1 + Math.log(threads) / 2);
      double wanted = 1 + (GAIN - 1) / threads; // the gain falls with their number anyway
      if (nanos < wanted * more) {
        return threads;
      }
      nanos = more;
      threads++;
    }
    return threads;
  }

  /** Meetings a tick. */
  static double meetings(Network network) {
    int window = Simulation.LONGEST_WINDOW;
    for (Projection projection : network.projections()) {
      if (isContinuous(network, projection)) {
        return 3;
      }
      if (projection.learning().filter(l -> Wires.learnsAcross(l.program())).isPresent()) {
        return 2;
      }
      window = Math.min(window, 1 + shortestDelay(projection, network.dt()));
    }
    return 1.0 / window;
  }

  private static boolean isContinuous(Network network, Projection projection) {
    return network.population(projection.target()).program().couplings().stream()
        .anyMatch(c -> c.receptor().equals(projection.receptor()));
  }

  /** Ticks that no delay falls below; 0 where synapses have prescribed ones. */
  private static int shortestDelay(Projection projection, double dt) {
    boolean prescribed =
        projection.connectivity().sources() > 0 && projection.connectivity().delays(0) != null;
    double shortest =
        switch (projection.delay()) {
          case Law.Constant constant -> constant.value();
          case Law.Uniform uniform -> uniform.low();
          case Law.Normal normal -> normal.low();
        };
    return prescribed ? 0 : (int) Math.clamp(Math.round(shortest / dt), 0, Short.MAX_VALUE);
  }

  /** Rules in which a target's spike changes variables of the source's axon. */
  private static boolean needsOneThread(Projection projection) {
    return projection.learning().isPresent()
        && CompiledLearning.crossesThreads(projection.learning().get().program());
  }
}
