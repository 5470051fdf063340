package dev.glia.learners.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.random.RandomStream;
import dev.glia.learners.metrics.Detections;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {
  private final RandomStream random = new RandomStream(1, "patterns", 0);

  private static int active(boolean[] pattern) {
    int active = 0;
    for (boolean each : pattern) {
      active += each ? 1 : 0;
    }
    return active;
  }

  @Test
  void patternsAreAsFarAsAskedFor() {
    for (int trial = 0; trial < 50; trial++) {
      boolean[] pattern = Patterns.random(12, 5, random);
      assertThat(active(pattern)).isEqualTo(5);
      for (int distance = 0; distance <= 10; distance += 2) {
        boolean[] moved = Patterns.moved(pattern, distance, random);
        assertThat(Patterns.distance(pattern, moved)).isEqualTo(distance);
        assertThat(active(moved)).isEqualTo(5);
      }
      assertThat(Patterns.distance(pattern, Patterns.changed(pattern, 7, random))).isEqualTo(7);
    }
    assertThatThrownBy(() -> Patterns.moved(new boolean[4], 2, random))
        .hasMessage("no such pattern at distance 2");
  }

  @Test
  void patternsAroundOthersTakeAllDistancesInTurn() {
    boolean[] pattern = Patterns.random(30, 9, random);
    List<boolean[]> around =
        Patterns.around(List.<boolean[][]>of(new boolean[][] {pattern}), 12, 4, random);
    assertThat(around.stream().map(other -> Patterns.distance(pattern, other)))
        .containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1);
  }

  @Test
  void everyInputIsAsLikelyActive() {
    int[] counts = new int[6];
    for (int trial = 0; trial < 6000; trial++) {
      boolean[] pattern = Patterns.random(6, 2, random);
      for (int i = 0; i < 6; i++) {
        counts[i] += pattern[i] ? 1 : 0;
      }
    }
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(1817, 2183)); // 5 deviations
  }

  @Test
  void allPatternsAreThere() {
    boolean[][] all = Patterns.all(12);
    assertThat(Arrays.stream(all).map(Arrays::toString).distinct()).hasSize(4096);
    assertThat(all[5]).startsWith(true, false, true, false);
  }

  /** One detector wants at least two of the first three inputs, the other answers to nothing. */
  @Test
  void examsCountWhatDetectorsAccept() {
    boolean[] known = {true, true, true, false};
    PatternExam[] exams =
        PatternExam.hold(
            List.of(new boolean[][] {known}, new boolean[][] {known, {false, false, false, true}}),
            Arrays.asList(Patterns.all(4)),
            p -> new boolean[] {(p[0] ? 1 : 0) + (p[1] ? 1 : 0) + (p[2] ? 1 : 0) >= 2, false});
    assertThat(exams[0].accepted()).isEqualTo(8);
    assertThat(exams[0].farthest()).isEqualTo(2);
    assertThat(exams[0].detections()).isEqualTo(new Detections(1, 7, 0, 8));
    assertThat(exams[1].detections()).isEqualTo(new Detections(0, 0, 2, 14));
    assertThat(exams[1].farthest()).isEqualTo(-1);
    assertThat(exams[0].detections().plus(exams[1].detections()))
        .isEqualTo(new Detections(1, 7, 2, 22));
  }
}
