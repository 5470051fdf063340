package dev.glia.analyzers.spikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void ticksAreRound() {
    assertThat(labels(new Scale(0, 1000), 8))
        .containsExactly("0", "200", "400", "600", "800", "1000");
    assertThat(labels(new Scale(0, 1), 5))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(new Scale(-70.3, -49), 5)).containsExactly("-70", "-65", "-60", "-55", "-50");
    assertThat(labels(new Scale(-0.02, 0.021), 5))
        .containsExactly("-0.02", "-0.01", "0.00", "0.01", "0.02");
  }

  @Test
  void wholeNumbersAreNotDivided() {
    assertThat(labels(new Scale(-0.5, 1.5, true), 5)).containsExactly("0", "1");
    assertThat(labels(new Scale(-0.5, 4.5, true), 3)).containsExactly("0", "2", "4");
  }

  @Test
  void tinyAndHugeNumbersArePrintedShort() {
    assertThat(labels(new Scale(0, 5e-5), 5))
        .contains("5e-05")
        .allMatch(label -> label.length() < 8);
    assertThat(labels(new Scale(0, 4e7), 5))
        .contains("4e+07")
        .allMatch(label -> label.length() < 8);
  }

  @Test
  void emptyRangeGetsAMargin() {
    assertThat(new Scale(5, 5).fraction(5)).isEqualTo(0.5);
    assertThat(new Scale(0, 0).fraction(0)).isEqualTo(0.5);
    assertThat(new Scale(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).fraction(0))
        .isEqualTo(0.5);
  }

  @Test
  void ticksStayInTheScaleAndFew() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 10_000; i++) {
      double low = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-12, 12));
      Scale scale =
          new Scale(low, low + Math.pow(10, random.nextInt(-6, 12)) * random.nextDouble());
      double[] ticks = scale.ticks(6);
      assertThat(ticks.length).isLessThanOrEqualTo(7);
      double slack = 1e-6 * (scale.high() - scale.low());
      assertThat(Arrays.stream(ticks))
          .allMatch(tick -> tick >= scale.low() - slack && tick <= scale.high() + slack);
    }
  }

  private static String[] labels(Scale scale, int most) {
    return Arrays.stream(scale.ticks(most))
        .mapToObj(tick -> scale.label(tick, most))
        .toArray(String[]::new);
  }
}
