package dev.glia.platform.studies.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private final Map<Cell, CellRecord> measured = new LinkedHashMap<>();
  private final List<Cell> cells = new ArrayList<>();
  private List<Long> seeds = List.of(0L);

  private void cell(Cell cell, Map<String, Double> numbers) {
    cells.add(cell);
    measured.put(
        cell,
        new CellRecord(
            1,
            cell,
            "",
            "",
            Outcome.COMPLETED,
            new TreeMap<>(numbers),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            Instant.EPOCH,
            0,
            0,
            ""));
  }

  private ClaimResult judge(String holds, String more) {
    String file =
        """
        glia: 1
        title: t
        year: 2018
        about: a
        claims:
          - {id: c, says: s, holds: "%s"%s}
        """
            .formatted(holds, more);
    Claim claim = ClaimsReader.read("f", file).claims().getFirst();
    return Judge.judge(claim, new Table(Profile.QUICK, seeds, cells, measured));
  }

  private void twoSeeds() {
    seeds = List.of(0L, 1L);
    cell(Cell.of("full", 0), Map.of("accuracy", 0.8));
    cell(Cell.of("full", 1), Map.of("accuracy", 0.65));
  }

  @Test
  void sentenceNamesTheNumbers() {
    cell(Cell.of("full", 0), Map.of("accuracy", 0.766));
    cell(Cell.of("no-scaling", 0), Map.of("accuracy", 0.617));

    ClaimResult result = judge("accuracy[full] - accuracy[no-scaling] >= bar", ", bar: 0.2");

    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.measured()).isCloseTo(0.149, within(1e-12));
    assertThat(result.bar()).isEqualTo(0.2);
    assertThat(result.spread()).isNaN();
    assertThat(result.sentence())
        .isEqualTo(
            "accuracy[full] - accuracy[no-scaling] is 0.149, but at least 0.2 is wanted (misses it"
                + " by 0.051) (accuracy[full] = 0.766, accuracy[no-scaling] = 0.617).");
  }

  @Test
  void eachSeedMustPassUnlessTheMeanIsDeclared() {
    twoSeeds();

    ClaimResult each = judge("accuracy[full] >= 0.7", "");
    ClaimResult mean = judge("accuracy[full] >= 0.7", ", seeds: mean");

    assertThat(each.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(each.sentence())
        .isEqualTo(
            "accuracy[full] is 0.8 (seed 0), 0.65 (seed 1), but at least 0.7 is wanted for each"
                + " seed (missed: seed 1 by 0.05).");
    assertThat(mean.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(mean.measured()).isCloseTo(0.725, within(1e-12));
    assertThat(mean.spread()).isCloseTo(0.10606601717798, within(1e-12));
    assertThat(judge("accuracy[full] >= 0.7", ", seeds: min").verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judge("accuracy[full] >= 0.7", ", seeds: max").verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void functionsTakeAllCellsOfASeedThatMatch() {
    for (int g = 1; g <= 8; g++) {
      cell(Cell.of("global", 0).with("g", g), Map.of("mc", (double) g));
    }

    assertThat(judge("max(mc[global, g>=4])", "").measured()).isEqualTo(8);
    assertThat(judge("count(mc[global, g<4], mc[g=8])", "").measured()).isEqualTo(4);
    assertThat(judge("median(mc[*])", "").measured()).isEqualTo(4.5);
    assertThat(judge("max(mc[]) >= 1.3 * mc[g=2] and mc[g=1] < 2", "").verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(judge("mc[global] > 3", "").sentence())
        .isEqualTo(
            "Can't be judged: mc[global] means 8 cells; say which, or write mean(mc[global]).");
  }

  @Test
  void whatIsMissingIsSaid() {
    twoSeeds();
    cells.add(Cell.of("later", 0));

    assertThat(judge("accuracy[later] > 0", "").sentence())
        .isEqualTo("Not measured: cell later seed 0 wasn't run.");
    assertThat(judge("accuracy[none] > 0", "").sentence())
        .isEqualTo("Not measured: this profile has no cell [none].");
    assertThat(judge("accuracy[full] > 0", ", in: [paper]").sentence())
        .isEqualTo("Not measured in the profile quick.");
    ClaimResult misspelt = judge("acuracy[full] > 0", "");
    assertThat(misspelt.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(misspelt.sentence())
        .isEqualTo(
            "Can't be judged: cell full seed 0 gave no number 'acuracy'; did you mean"
                + " 'accuracy'?.");
  }

  @Test
  void numberThatIsNoneFails() {
    cell(Cell.of("full", 0), Map.of("accuracy", Double.NaN));

    assertThat(judge("accuracy[full] >= 0", "").verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judge("accuracy[full] < 0", "").verdict()).isEqualTo(Verdict.FAILED);
    assertThat(judge("min(accuracy[full], 1) <= 1", "").verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void reportedNumbersAreNotJudged() {
    twoSeeds();

    ClaimResult shown = judge("accuracy[full] >= bar", ", bar: {quick: report}");

    assertThat(shown.verdict()).isEqualTo(Verdict.REPORTED);
    assertThat(shown.bar()).isNaN();
    assertThat(shown.sentence()).isEqualTo("accuracy[full] is 0.8 (seed 0), 0.65 (seed 1).");
  }
}
