package dev.glia.studies.hardware.neurocorex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Component;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.datasets.graphs.PlantedCitations;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuroCoreXTest {
  @TempDir Path root;

  private StoredRun smoke(Component board) {
    TestCatalog catalog =
        TestCatalog.of(
                new NeuroCoreX(), new CpuDriver(), new ToyDigits(), new PlantedCitations(), board)
            .withModels(
                "quantised-lif18", "rect-window-stdp", "lag-table-stdp", "spike-source", "delta")
            .withClasses(
                "dev.glia.topologies.AllToAll",
                "dev.glia.encoders.RegularRate",
                "dev.glia.topologies.Explicit",
                "dev.glia.topologies.FixedProbability",
                "dev.glia.topologies.SynfireChain",
                "dev.glia.topologies.WattsStrogatz");
    try (RunStore runs = new SqliteRunStores().open(root.resolve("runs"))) {
      return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog))
          .run(
              StudyRequest.of("neurocorex", Profile.SMOKE),
              StudyOptions.standard(),
              runs,
              StudyListener.SILENT);
    }
  }

  @Test
  void smokeProfileRunsEveryConditionOnTheBoard() {
    StoredRun run = smoke(new dev.glia.drivers.neurocorex.device.NeuroCoreDriver());
    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    Map<String, CellRecord> cells =
        run.cells().stream()
            .collect(Collectors.toMap(c -> c.cell().condition(), Function.identity()));
    assertThat(cells.get("agreement").numbers())
        .containsEntry("memories", 1.0)
        .containsEntry("rasters", 1.0)
        .containsEntry("learned", 1.0)
        .containsEntry("orders", 1.0);
    assertThat(cells.get("agreement").numbers().get("spikes")).isGreaterThan(100);
    assertThat(cells.get("agreement").numbers().get("changed")).isGreaterThan(100);
    assertThat(cells.get("distance").numbers()).containsEntry("distance", 1.0);
    assertThat(cells.get("digits").numbers().get("accuracy")).isGreaterThan(0.8);
    assertThat(cells.get("digits").numbers()).containsEntry("untaught_spikes", 0.0);
    assertThat(cells.get("digits-shuffled").numbers().get("accuracy")).isLessThan(0.5);
    assertThat(cells.get("graph").numbers().get("accuracy"))
        .isGreaterThan(cells.get("graph-no-stdp").numbers().get("accuracy"));
    assertThat(run.figures()).extracting(Figure::id).contains("accuracy");
  }
}
