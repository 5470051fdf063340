package dev.glia.platform.studies.running;

import dev.glia.api.study.Study;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.studies.StudyOptions;

/**
 * What all cells of a run share.
 *
 * @param target hardware driver and maybe a device
 */
record CellSurroundings(
    Study study,
    String target,
    StudyOptions options,
    RunStore store,
    Catalog catalog,
    ExperimentRunner experiments,
    Fingerprints fingerprints,
    DataFiles data) {}
