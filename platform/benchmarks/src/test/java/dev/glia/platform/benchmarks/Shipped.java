package dev.glia.platform.benchmarks;

import dev.glia.platform.testkit.TestCatalog;

/** What the workloads need of the shipped bundles. */
final class Shipped {
  static final TestCatalog CATALOG =
      TestCatalog.of()
          .withModels(
              "lif",
              "lif-delta",
              "lif-conductance",
              "poisson",
              "rate",
              "delta",
              "exponential",
              "rate-coupling",
              "pair-stdp")
          .withClasses(
              "dev.glia.topologies.AllToAll",
              "dev.glia.topologies.FixedProbability",
              "dev.glia.topologies.FixedTotalNumber",
              "dev.glia.analyzers.spikes.FiringRates",
              "dev.glia.analyzers.spikes.IntervalStatistics",
              "dev.glia.analyzers.spikes.Raster",
              "dev.glia.drivers.reference.ReferenceDriver",
              "dev.glia.drivers.cpu.CpuDriver");

  private Shipped() {}
}
