package dev.glia.studies.plasticity.supervisedstdp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.studies.plasticity.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedStdpTest {
  @TempDir Path root;

  private StoredRun smoke(Lab lab, String pattern) {
    StudyRequest request = StudyRequest.of("spinnaker-supervised-stdp", Profile.SMOKE);
    try (RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      return lab.runner()
          .run(
              pattern.isEmpty() ? request : request.withPattern(pattern),
              StudyOptions.standard(),
              store,
              StudyListener.SILENT);
    }
  }

  @Test
  void smokeProfileFindsWhatTheClosedFormSays() {
    StoredRun run = smoke(new Lab(new SupervisedStdp()), "");

    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.claims())
        .filteredOn(claim -> claim.verdict() == Verdict.PASSED)
        .extracting(ClaimResult::id)
        .containsExactly(
            "closed-form",
            "one-shot",
            "always-found",
            "similarity-matters",
            "from-sure-to-lost",
            "tolerance",
            "needs-homeostasis",
            "needs-the-teacher");
    assertThat(run.figures()).extracting(Figure::id).containsExactly("two-patterns");
  }

  @Test
  void ruleThatForgetsWhatItKeptLosesTheFirstOfTwoPatterns() {
    Lab forgetful =
        new Lab(new SupervisedStdp()).with("teacher-gated-stdp", "kept > 0.5 ?", "kept > 2 ?");
    assertThat(smoke(forgetful, "pairs").claims())
        .filteredOn(claim -> claim.verdict() == Verdict.FAILED)
        .extracting(ClaimResult::id)
        .contains("always-found");
  }
}
