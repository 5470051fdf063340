package dev.glia.platform.studies;

import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.running.StudyRunnerService;

/** Runs the studies of a catalog. */
final class Lab {
  private Lab() {}

  static StudyRunner over(Catalog catalog) {
    return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog));
  }
}
