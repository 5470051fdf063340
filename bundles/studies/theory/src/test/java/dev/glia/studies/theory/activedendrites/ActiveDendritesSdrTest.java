package dev.glia.studies.theory.activedendrites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.running.StudyRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveDendritesSdrTest {
  @TempDir Path root;

  private StoredRun run(Profile profile, String store) {
    TestCatalog catalog = TestCatalog.of(new ActiveDendritesSdr(), new CpuDriver());
    try (RunStore runs = new SqliteRunStores().open(root.resolve(store))) {
      return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog))
          .run(
              StudyRequest.of("active-dendrites-sdr", profile),
              StudyOptions.standard(),
              runs,
              StudyListener.SILENT);
    }
  }

  @Test
  void smokeProfileRunsEveryConditionAndGivesTheSameNumbersAgain() {
    StoredRun run = run(Profile.SMOKE, "first");

    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.cells().stream().map(cell -> cell.cell().condition()).distinct())
        .containsExactly(
            "false-positive", "noise", "union", "neuron", "sparse", "dense", "threshold");
    assertThat(run.figures())
        .extracting(Figure::id)
        .containsExactly("error-over-cells", "error-over-threshold", "misses-over-noise");
    assertThat(run(Profile.SMOKE, "second").cells())
        .extracting(CellRecord::numbers)
        .as("the same numbers again, though cells run side by side")
        .isEqualTo(run.cells().stream().map(CellRecord::numbers).toList());
  }

  @Test
  void simulatedSegmentsErrAsOftenAsTheFormulasSay() {
    int compared = 0;
    for (CellRecord cell : run(Profile.QUICK, "quick").cells()) {
      for (String name : List.of("", "_12", "_16", "_missed", "_alarm")) {
        Double theory = cell.numbers().get("theory" + name);
        if (theory != null && theory > 2e-3) {
          double bias = cell.cell().condition().equals("union") ? 0.02 * theory : 0;
          assertThat(cell.numbers().get("measured" + name))
              .as(cell.cell() + " " + cell.cell().parameters() + name)
              .isCloseTo(theory, within(bias + 4 * cell.numbers().get("standard_error" + name)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(3 + 3 + 4 + 3 + 5);
  }

  @Test
  void medianErrorsAreThePublishedOnes() {
    List<Integer> thresholds = List.of(3, 9, 10, 15, 24);
    List<Double> published = List.of(0.0173, 1.35e-9, 4.8e-11, 1.4e-19, 2.1e-39);
    for (int i = 0; i < thresholds.size(); i++) {
      double median = ActiveDendritesSdr.medianError(thresholds.get(i));
      assertThat(median / published.get(i)).isCloseTo(1, within(0.03));
    }
  }
}
