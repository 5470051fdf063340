package dev.glia.studies.liquids.rram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.api.testkit.ServiceClaims;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RramLiquidTest {
  @TempDir Path root;

  @Test
  void bundleRegistersWhatTheStudyDescribes() throws Exception {
    ServiceClaims.check(new RramLiquid());
  }

  @Test
  void controlDiffersByTheArrayOnly() {
    Cell device = cell("device");
    Cell gaussian = cell("gaussian");
    assertThat(device.text("array")).isEqualTo("rram-macro");
    assertThat(gaussian.text("array")).isEqualTo("ideal-gaussian");
    for (String same : new String[] {"neurons", "train", "test"}) {
      assertThat(device.text(same)).isEqualTo(gaussian.text(same));
    }
  }

  private static Cell cell(String condition) {
    return new RramLiquid()
        .plan(Profile.QUICK, 0).stream()
            .filter(cell -> cell.condition().equals(condition))
            .findFirst()
            .orElseThrow();
  }

  /** Needs no data: what is seen and heard is made. The arrays are those of another process. */
  @Test
  void sensesAreMatchedThroughTheMacro() throws Exception {
    try (Lab lab = new Lab();
        RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      StoredRun run =
          lab.runner()
              .run(
                  StudyRequest.of("rram-liquid-state-machine", Profile.SMOKE)
                      .withPattern("zero-shot*"),
                  StudyOptions.standard().withOffline(true),
                  store,
                  StudyListener.SILENT);
      assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
      assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(run.cells())
          .extracting(cell -> cell.cell().condition())
          .containsExactly("zero-shot", "zero-shot-unrelated");
      assertThat(run.cells().getFirst().numbers().get("rate_image")).isBetween(0.05, 0.2);
      assertThat(run.cells().getFirst().figures())
          .extracting(Figure::id)
          .contains("events-image", "liquid-image", "events-tone", "liquid-tone");
      assertThat(run.figures()).extracting(Figure::id).containsExactly("seen", "unseen");
      assertThat(run.cells().getFirst().components())
          .extracting(component -> component.kind() + " " + component.id())
          .contains("crossbar rram-macro", "dataset glyph-tone");
    }
  }
}
