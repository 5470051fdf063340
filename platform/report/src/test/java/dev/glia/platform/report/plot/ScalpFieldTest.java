package dev.glia.platform.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalpFieldTest {
  private final double[] x = {0, 0.5, -0.5, 0.1, 0.9};
  private final double[] y = {0.8, 0, 0.1, -0.7, 0.2};

  @Test
  void passesThroughItsSensors() {
    double[] values = {3, -1, 4, 1, 5};
    ScalpField field = new ScalpField(x, y, values);
    for (int i = 0; i < 5; i++) {
      assertThat(field.at(x[i], y[i])).isCloseTo(values[i], within(1e-9));
    }
  }

  @Test
  void planesStayPlanes() {
    double[] values = new double[5];
    for (int i = 0; i < 5; i++) {
      values[i] = 2 + 3 * x[i] - y[i];
    }
    assertThat(new ScalpField(x, y, values).at(0.3, -0.4)).isCloseTo(3.3, within(1e-9));
  }

  @Test
  void sensorsInARowGiveAMeanByNearness() {
    ScalpField field =
        new ScalpField(new double[] {0, 0.5, 1}, new double[] {0, 0, 0}, new double[] {1, 2, 3});
    assertThat(field.at(0, 0)).isCloseTo(1, within(1e-6));
    assertThat(field.at(0.2, 0.9)).isBetween(1.0, 3.0);
  }

  @Test
  void sensorsAtOnePlaceCountOnce() {
    ScalpField field =
        new ScalpField(new double[] {0, 0, 1}, new double[] {0, 0, 0}, new double[] {1, 9, 1});
    assertThat(field.at(0.4, 0.4)).isCloseTo(1, within(1e-9));
  }
}
