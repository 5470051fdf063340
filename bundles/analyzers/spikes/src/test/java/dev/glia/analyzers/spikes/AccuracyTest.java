package dev.glia.analyzers.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  @Test
  void shareOfRightAnswersOfEachPhase() {
    Recorded run =
        Recorded.of(1)
            .answer("train", 0, 1)
            .answer("train", 1, 1)
            .answer("test", 0, 0)
            .answer("test", 2, 2)
            .answer("test", 1, -1)
            .answer("test", 2, 0);
    Results results = Results.of(new Accuracy(), run);
    assertThat(results.metrics)
        .containsEntry("accuracy.train", 0.5)
        .containsEntry("accuracy.test", 0.5)
        .containsEntry("accuracy", 0.5)
        .hasSize(3);
    assertThat(results.tables.get("accuracy"))
        .containsExactly(
            List.of("train", "2", "1", "0", "0.500"), List.of("test", "4", "2", "1", "0.500"));
    assertThat(results.tables).doesNotContainKey("confusion.train");
    assertThat(results.columns.get("confusion.test"))
        .containsExactly("label", "0", "1", "2", "silent");
    assertThat(results.tables.get("confusion.test"))
        .containsExactly(
            List.of("0", "1", "0", "0", "0"),
            List.of("1", "0", "0", "0", "1"),
            List.of("2", "1", "0", "1", "0"));
  }

  @Test
  void lastPhaseIsTheOneThatCounts() {
    Recorded run = Recorded.of(1).answer("train", 0, 0).answer("test", 0, 1);
    assertThat(Results.of(new Accuracy(), run).metrics).containsEntry("accuracy", 0.0);
  }

  @Test
  void samplesWithoutLabelAreNotCounted() {
    Recorded run = Recorded.of(1).answer("test", -1, 3).answer("test", 3, 3);
    Results results = Results.of(new Accuracy(), run);
    assertThat(results.metrics).containsEntry("accuracy", 1.0);
  }

  @Test
  void curveRunsOverTheLastPresentations() {
    Recorded run = Recorded.of(1);
    for (int i = 0; i < 30; i++) {
      run.answer("test", 0, i < 20 ? 1 : 0);
    }
    Results results = Results.of(new Accuracy(), run, "last", 10);
    List<List<String>> curve = results.tables.get("accuracy-curve.test");
    assertThat(curve).hasSize(30);
    assertThat(curve.get(19)).containsExactly("20", "0.000");
    assertThat(curve.get(24)).containsExactly("25", "0.500");
    assertThat(curve.get(29)).containsExactly("30", "1.000");
  }

  @Test
  void longCurvesHaveAHundredPoints() throws Exception {
    Recorded run = Recorded.of(1);
    for (int i = 0; i < 5001; i++) {
      run.answer("train", i % 10, i % 3 == 0 ? i % 10 : 9 - i % 10);
    }
    Results results = Results.of(new Accuracy(), run);
    List<List<String>> curve = results.tables.get("accuracy-curve.train");
    assertThat(curve).hasSizeBetween(90, 100);
    assertThat(curve.getLast().get(0)).isEqualTo("5001");
    assertThat(Double.parseDouble(curve.getLast().get(1))).isCloseTo(1.0 / 3, within(0.02));
    assertThat(results.xml("accuracy.svg").getElementsByTagName("path").getLength())
        .isGreaterThan(3);
  }
}
