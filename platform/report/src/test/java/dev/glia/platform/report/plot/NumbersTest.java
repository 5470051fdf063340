package dev.glia.platform.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.report.plot.Ticks.Tick;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.76631|0.7663",
        "12345.6|12,346",
        "-65|−65",
        "3.1e-8|3.1×10⁻⁸",
        "1e9|10⁹",
        "-2.5e12|−2.5×10¹²",
        "NaN|–",
        "-0.0|0",
        "0.001|0.001"
      })
  void numbersAreShort(double value, String text) {
    assertThat(NumberText.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.7663|0.0121|0.766 ± 0.012",
        "12345.6|120|12,346 ± 120",
        "0.5|NaN|0.5",
        "0.5|0|0.5",
        "NaN|1|–",
        "1|1e-12|1 ± 10⁻¹²"
      })
  void spreadsDecideTheDigits(double mean, double spread, String text) {
    assertThat(NumberText.spread(mean, spread)).isEqualTo(text);
  }

  @Test
  void ticksAreRound() {
    assertThat(labels(new Scale(0, 0.83, false, 0, 100), 5))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8");
    assertThat(labels(new Scale(-65, -50, false, 0, 100), 4))
        .containsExactly("−65", "−60", "−55", "−50");
    assertThat(labels(new Scale(0, 2.4e6, false, 0, 100), 3)).containsExactly("0", "10⁶", "2×10⁶");
  }

  @Test
  void logarithmicTicksAreDecades() {
    assertThat(labels(new Scale(1e-3, 1e3, true, 0, 100), 7))
        .containsExactly("0.001", "0.01", "0.1", "1", "10", "100", "1,000");
    assertThat(labels(new Scale(1, 40, true, 0, 100), 5))
        .containsExactly("1", "2", "5", "10", "20");
    assertThat(labels(new Scale(1e-9, 1e15, true, 0, 100), 5)).hasSizeBetween(3, 6);
  }

  private static java.util.List<String> labels(Scale scale, int wanted) {
    return Ticks.of(scale, wanted).stream().map(Tick::label).toList();
  }

  @Property(tries = 3_000)
  void anyValuesMakeAScaleWithDistinctTicks(@ForAll double a, @ForAll double b) {
    for (boolean logarithmic : new boolean[] {false, true}) {
      Extent.Range range = new Extent().include(a).include(b).range(logarithmic);
      assertThat(range.low()).isLessThan(range.high());
      Scale scale = Scale.of(range, logarithmic, 0, 300);
      for (Scale each : new Scale[] {scale, scale.nice(5), scale.snapped(5), scale.padded(0.04)}) {
        java.util.List<Tick> ticks = Ticks.of(each, 5);
        assertThat(ticks).hasSizeLessThanOrEqualTo(21);
        assertThat(ticks.stream().map(Tick::label)).doesNotHaveDuplicates();
        assertThat(ticks).allMatch(tick -> Double.isFinite(each.at(tick.value())));
      }
    }
  }
}
