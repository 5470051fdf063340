package dev.glia.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.study.TableFigures.Curve;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableFiguresTest {
  private static Measurement of(String condition, long seed, double g, double mc) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    numbers.put("mc", mc);
    return new Measurement(Cell.of(condition, seed).with("g", g), numbers, new TreeMap<>());
  }

  @Test
  void curvesHaveMeanAndRangeOverSeedsInTheOrderOfTheParameter() {
    Curve curve =
        TableFigures.over(
            List.of(
                of("global", 0, 10, 3),
                of("global", 0, 2, 5),
                of("global", 1, 2, 8),
                of("other", 0, 2, 100)),
            "global",
            "g",
            "mc");
    assertThat(curve.x()).containsExactly(2, 10);
    assertThat(curve.mean()).containsExactly(6.5, 3);
    assertThat(curve.low()).containsExactly(5, 3);
    assertThat(curve.high()).containsExactly(8, 3);
    assertThat(curve.at(10)).hasValue(3);
    assertThat(curve.at(3)).isEmpty();
    assertThat(TableFigures.over(List.of(), "global", "g", "mc").x()).isEmpty();
  }

  @Test
  void conditionsThatShareAParameterAreOneCurve() {
    Measurement without =
        new Measurement(
            Cell.of("raw", 0), new TreeMap<>(java.util.Map.of("mc", 7.0)), new TreeMap<>());
    Curve curve =
        TableFigures.over(
            List.of(of("mild", 0, 1, 4), of("heavy", 0, 3, 2), of("mild", 1, 1, 6), without),
            "g",
            "mc");
    assertThat(curve.x()).containsExactly(1, 3);
    assertThat(curve.mean()).containsExactly(5, 2);
    assertThat(TableFigures.over(List.of(without), "g", "mc").x()).isEmpty();
  }
}
