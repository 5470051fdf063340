package dev.glia.datasets.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.data.Sample;
import dev.glia.api.random.RandomStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SensorTest {
  private static final double DURATION = 0.1;

  /** What a pixel has told by a time is what it has seen, less than one threshold apart. */
  @Property(tries = 60)
  void eventsFollowTheLogIntensityOfEveryPixel(
      @ForAll @IntRange(min = 0, max = 2) int pattern,
      @ForAll @DoubleRange(min = 0, max = 6.28) double angle,
      @ForAll @DoubleRange(min = 0.05, max = 0.6) double threshold,
      @ForAll long key) {
    Sensor sensor = new Sensor(9, 7, threshold, 2);
    Scene scene =
        Passage.draw(Pattern.values()[pattern], angle, sensor, DURATION, new RandomStream(key, 0));
    Sample.Event[] events = sensor.record(scene, DURATION);
    for (double time : new double[] {0.3 * DURATION, 0.6 * DURATION, DURATION}) {
      double[] told = new double[63];
      for (Sample.Event event : events) {
        if (event.seconds() <= time) {
          told[event.address() % 63] += event.address() < 63 ? -threshold : threshold;
        }
      }
      for (int pixel = 0; pixel < 63; pixel++) {
        double x = pixel % 9 - 4;
        double y = pixel / 9 - 3;
        double seen = scene.logIntensity(x, y, time) - scene.logIntensity(x, y, 0);
        // a fifth more: times between steps are interpolated
        assertThat(told[pixel]).isCloseTo(seen, within(threshold + 0.2));
      }
    }
  }

  @Test
  void brightBarRaisesThenLowersEachPixel() {
    Sensor sensor = new Sensor(11, 5, 0.3, 2);
    Scene bar = new Passage(Pattern.BAR, 0, 300, -15, 0, 1, 1);
    Sample.Event[] events = sensor.record(bar, DURATION);
    int pixel = 2 * 11 + 5; // in the middle, which the bar passes at 50 ms
    double lastBrighter = 0;
    double firstDarker = 1;
    int brighter = 0;
    int darker = 0;
    for (Sample.Event event : events) {
      if (event.address() == 55 + pixel) {
        brighter++;
        lastBrighter = event.seconds();
      } else if (event.address() == pixel) {
        darker++;
        firstDarker = Math.min(firstDarker, event.seconds());
      }
    }
    assertThat(brighter).isEqualTo(3); // a contrast of 1 holds three thresholds of 0.3
    assertThat(darker).isEqualTo(2); // from 0.9 down: the third would need a level below 0
    assertThat(lastBrighter).isLessThanOrEqualTo(0.05);
    assertThat(firstDarker).isGreaterThanOrEqualTo(0.05);
  }

  @Test
  void eventTimeIsWhereTheThresholdIsCrossed() {
    Sensor sensor = new Sensor(11, 5, 0.5, 2);
    Scene bar = new Passage(Pattern.BAR, 0, 300, -15, 0, 1, 1);
    Sample.Event first = null;
    for (Sample.Event event : sensor.record(bar, DURATION)) {
      first = first == null && event.address() == 55 + 2 * 11 + 5 ? event : first;
    }
    // exp(-d^2 / 2) = 0.5 at d = 1.1774 pixels before the middle: (15 - 1.1774) / 300 s
    assertThat(first.seconds()).isCloseTo(0.046075, within(1e-4));
  }

  @Test
  void stillPatternMakesNoEvent() {
    Scene still = new Passage(Pattern.BLOB, 0, 0, 0, 0, 1, 2);
    assertThat(new Sensor(8, 8, 0.01, 2).record(still, DURATION)).isEmpty();
  }
}
