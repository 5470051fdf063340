package dev.glia.studies.deep.dclsdelays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Figure;
import dev.glia.api.random.RandomStream;
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

class DclsDelaysTest {
  @TempDir Path root;

  private StoredRun smoke(String store) {
    TestCatalog catalog = TestCatalog.of(new DclsDelays(), new CpuDriver());
    try (RunStore runs = new SqliteRunStores().open(root.resolve(store))) {
      return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog))
          .run(
              StudyRequest.of("dcls-delays", Profile.SMOKE),
              StudyOptions.standard(),
              runs,
              StudyListener.SILENT);
    }
  }

  @Test
  void smokeProfileRunsEveryConditionAndOnlyLearnedDelaysMove() {
    StoredRun run = smoke("first");

    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    for (CellRecord cell : run.cells()) {
      double moved = cell.numbers().get("displacement");
      if (cell.cell().condition().startsWith("learned")) {
        assertThat(moved).isGreaterThan(0.1);
      } else {
        assertThat(moved).isZero();
      }
      assertThat(cell.numbers().get("accuracy")).isBetween(0.0, 1.0);
    }
    assertThat(run.figures())
        .extracting(Figure::id)
        .containsExactly("accuracy", "delays-hidden", "delays-readout", "accuracy-by-epoch");
    assertThat(smoke("second").cells())
        .extracting(CellRecord::numbers)
        .as("the same numbers again, though cells run side by side")
        .isEqualTo(run.cells().stream().map(CellRecord::numbers).toList());
  }

  @Test
  void everyClassHasTheSameRates() {
    DelayCodeTask task = new DelayCodeTask(4, 21, new RandomStream(1, "classes", 0));
    DelayCodeTask.Batch batch = task.draw(2000, new RandomStream(1, "samples", 0));
    double[] spikes = new double[4];
    double[] samples = new double[4];
    int size = DelayCodeTask.STEPS * DelayCodeTask.CHANNELS;
    for (int sample = 0; sample < 2000; sample++) {
      int label = (int) batch.labels()[sample];
      samples[label]++;
      for (int i = 0; i < size; i++) {
        spikes[label] += batch.spikes()[sample * size + i];
      }
    }
    double expected = DelayCodeTask.CHANNELS * 0.9 + 0.002 * size;
    for (int label : List.of(0, 1, 2, 3)) {
      assertThat(spikes[label] / samples[label]).isBetween(expected - 0.4, expected + 0.4);
    }
  }
}
