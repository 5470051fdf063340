package dev.glia.studies.plasticity;

import dev.glia.api.component.Component;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.platform.studies.running.StudyRunnerService;
import dev.glia.platform.testkit.TestCatalog;

/** The components that the studies run with: those of the shipped bundles, on the class path. */
public final class Lab {
  private static final TestCatalog SHIPPED =
      TestCatalog.of()
          .withModels(
              "lif-adaptive",
              "lif-conductance",
              "poisson",
              "spike-source",
              "lif-taught",
              "exponential",
              "delta",
              "teacher-gated-stdp",
              "relative-conductance",
              "symmetric-stdp",
              "synaptic-scaling")
          .withClasses(
              "dev.glia.topologies.AllToAll",
              "dev.glia.topologies.AllButOne",
              "dev.glia.topologies.OneToOne",
              "dev.glia.encoders.PoissonRate",
              "dev.glia.datasets.images.Mnist",
              "dev.glia.drivers.cpu.CpuDriver");

  private final TestCatalog catalog;

  public Lab(Component... more) {
    this(SHIPPED.with(more));
  }

  private Lab(TestCatalog catalog) {
    this.catalog = catalog;
  }

  public StudyRunner runner() {
    return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog));
  }

  /** The same with another text in a model. */
  public Lab with(String model, String text, String replacement) {
    return new Lab(catalog.withEdited(model, text, replacement));
  }
}
