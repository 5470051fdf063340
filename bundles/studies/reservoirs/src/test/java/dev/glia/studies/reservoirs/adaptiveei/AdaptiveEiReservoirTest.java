package dev.glia.studies.reservoirs.adaptiveei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.studies.reservoirs.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptiveEiReservoirTest {
  @TempDir Path root;

  private StoredRun smoke(Lab lab, String pattern) {
    StudyRequest request = StudyRequest.of("adaptive-ei-reservoir", Profile.SMOKE);
    try (RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      return lab.runner()
          .run(
              pattern.isEmpty() ? request : request.withPattern(pattern),
              StudyOptions.standard(),
              store,
              StudyListener.SILENT);
    }
  }

  private static double number(StoredRun run, String condition, String name) {
    return run.cells().stream()
        .filter(cell -> cell.cell().condition().equals(condition))
        .findFirst()
        .orElseThrow()
        .numbers()
        .get(name);
  }

  @Test
  void smokeProfileRunsEveryConditionAndAdaptedRatesReachTheirTarget() {
    StoredRun run = smoke(new Lab(new AdaptiveEiReservoir()), "");

    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.cells())
        .extracting(cell -> cell.cell().condition())
        .containsExactly(
            "global", "global", "adapted", "heterogeneous", "matched", "one-step", "online");
    assertThat(number(run, "adapted", "rate")).isCloseTo(0.4, within(0.05));
    assertThat(number(run, "adapted", "inhibition_total"))
        .as("the control has as much inhibition")
        .isCloseTo(number(run, "matched", "inhibition_total"), within(0.01));
    assertThat(number(run, "adapted", "mc")).isBetween(2.0, 20.0);
    assertThat(run.figures())
        .extracting(Figure::id)
        .containsExactly("memory-over-inhibition", "memory-over-target-rate", "rates");
  }

  @Test
  void wrongSignInTheRuleMissesTheTarget() {
    Lab wrong =
        new Lab(new AdaptiveEiReservoir())
            .with("inhibitory-rate-homeostasis", "w - eta", "w + eta");
    StoredRun run = smoke(wrong, "adapted");
    assertThat(Math.abs(number(run, "adapted", "rate") - 0.4)).isGreaterThan(0.1);
  }
}
