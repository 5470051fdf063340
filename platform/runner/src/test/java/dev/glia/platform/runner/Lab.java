package dev.glia.platform.runner;

import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;

/** The components that the tests run with: those of the shipped bundles, on the class path. */
final class Lab {
  static final TestCatalog CATALOG =
      TestCatalog.of()
          .withModels(
              "lif",
              "lif-delta",
              "lif-adaptive",
              "lif-conductance",
              "adex",
              "poisson",
              "spike-source",
              "delta",
              "exponential",
              "relative-conductance",
              "pair-stdp",
              "symmetric-stdp",
              "reward-stdp",
              "synaptic-scaling")
          .withClasses(
              "dev.glia.topologies.AllToAll",
              "dev.glia.topologies.AllButOne",
              "dev.glia.topologies.Explicit",
              "dev.glia.topologies.FixedInDegree",
              "dev.glia.topologies.FixedProbability",
              "dev.glia.topologies.OneToOne",
              "dev.glia.encoders.PoissonRate",
              "dev.glia.encoders.Latency",
              "dev.glia.encoders.DirectCurrent",
              "dev.glia.datasets.images.Mnist",
              "dev.glia.datasets.images.Digits8x8",
              "dev.glia.analyzers.spikes.Accuracy",
              "dev.glia.analyzers.spikes.FiringRates",
              "dev.glia.analyzers.spikes.Raster",
              "dev.glia.analyzers.spikes.IntervalStatistics",
              "dev.glia.analyzers.spikes.Traces",
              "dev.glia.analyzers.spikes.WeightImages",
              "dev.glia.drivers.reference.ReferenceDriver",
              "dev.glia.drivers.cpu.CpuDriver");

  private Lab() {}

  static ExperimentRunner runner() {
    return new ExperimentRunnerService(CATALOG);
  }

  /** A runner that also has the data set of the task tests. */
  static ExperimentRunner withStripes() {
    return new ExperimentRunnerService(CATALOG.with(new Stripes()));
  }
}
