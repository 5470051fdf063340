package dev.glia.studies.plasticity.symmetricstdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.studies.plasticity.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymmetricStdpTest {
  @TempDir Path root;

  private final StudyRunner runner = new Lab(new SymmetricStdp()).runner();

  @Test
  void wrongSignInTheRuleIsNoticed() {
    StudyRunner wrong =
        new Lab(new SymmetricStdp()).with("symmetric-stdp", "w + nu*x", "w - nu*x").runner();
    try (RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      StoredRun run =
          wrong.run(
              StudyRequest.of("symmetric-stdp", Profile.SMOKE).withPattern("window"),
              StudyOptions.standard(),
              store,
              StudyListener.SILENT);

      assertThat(run.claims())
          .filteredOn(claim -> claim.verdict() == Verdict.FAILED)
          .extracting(ClaimResult::id)
          .containsExactly("even-window", "exponential-window");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void smokeProfileRunsEveryCellOnceAndJudgesItsCheapClaims() throws Exception {
    StudyOptions options =
        StudyOptions.standard().withData(ToyDigits.write(root.resolve("data"))).withOffline(true);
    try (RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      StoredRun run =
          runner.run(
              StudyRequest.of("symmetric-stdp", Profile.SMOKE),
              options,
              store,
              StudyListener.SILENT);

      assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
      assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(run.exitCode()).isZero();
      assertThat(run.cells())
          .extracting(cell -> cell.cell().condition())
          .containsExactly(
              "full", "no-scaling", "no-adaptive-threshold", "random-teacher", "window");
      assertThat(run.claims())
          .filteredOn(claim -> claim.verdict() == Verdict.PASSED)
          .extracting(ClaimResult::id)
          .containsExactly("even-window", "exponential-window");
      assertThat(run.figures())
          .extracting(Figure::id)
          .containsExactly("accuracy-curve", "accuracy", "stdp-window");
      CellRecord full = run.cells().getFirst();
      assertThat(full.figures())
          .extracting(Figure::id)
          .containsExactly("receptive-fields", "hidden-activity");
      assertThat(full.components())
          .extracting(component -> component.kind() + " " + component.id())
          .contains("learning symmetric-stdp", "driver cpu", "dataset mnist");
      assertThat(run.models()).isNotEmpty();
    }
  }
}
