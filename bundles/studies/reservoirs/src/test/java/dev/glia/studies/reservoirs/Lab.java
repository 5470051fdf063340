package dev.glia.studies.reservoirs;

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
              "series-source", "sigmoid-unit", "rate-coupling", "inhibitory-rate-homeostasis")
          .withClasses(
              "dev.glia.topologies.AllToAll",
              "dev.glia.topologies.DaleReservoir",
              "dev.glia.datasets.series.DelayTask",
              "dev.glia.datasets.series.Narma10",
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
