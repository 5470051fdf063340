package dev.glia.datasets.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.testkit.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final DataPlace NOWHERE =
      new DataPlace(Optional.empty(), Path.of("none"), false, DataProgress.SILENT);

  private static Dataset open(DatasetSource source, Object... settings) {
    return source.open("series", Settings.of(source.descriptor(), settings), NOWHERE);
  }

  @Test
  void delayTaskAsksForWhatWasShown() {
    try (Dataset series = open(new DelayTask(), "steps", 500, "delays", 3, "seed", 4)) {
      assertThat(series.size()).isEqualTo(500);
      assertThat(series.shape()).containsExactly(4);
      double mean = 0;
      double square = 0;
      for (int t = 3; t < 500; t++) {
        float u = series.sample(t).values()[0];
        assertThat(u).isBetween(-1f, 1f);
        assertThat(series.sample(t).values()[3]).isEqualTo(series.sample(t - 3).values()[0]);
        mean += u / 497.0;
        square += u * u / 497.0;
      }
      assertThat(mean).isCloseTo(0, within(0.13)); // 5 standard errors
      assertThat(square).isCloseTo(1 / 3.0, within(0.07));
      assertThat(series.sample(0).values()).endsWith(0, 0, 0);
    }
  }

  @Test
  void seedsAreDifferentSeriesAndTheSameOneIsTheSame() {
    try (Dataset a = open(new Narma10(), "steps", 50, "seed", 1);
        Dataset b = open(new Narma10(), "steps", 50, "seed", 1);
        Dataset c = open(new Narma10(), "steps", 50, "seed", 2)) {
      assertThat(a.sample(49).values()).isEqualTo(b.sample(49).values());
      assertThat(a.sample(49).values()).isNotEqualTo(c.sample(49).values());
    }
  }

  /** Constant input u: y settles where y = 0.3y + 0.5y² + 1.5u² + 0.1. */
  @Test
  void narmaSettlesAtItsFixedPointAndRunsAwayWhereThereIsNone() {
    double[] u = new double[400];
    Arrays.fill(u, 0.2);
    double fixed = (0.7 - Math.sqrt(0.49 - 2 * (1.5 * 0.04 + 0.1))) / (2 * 0.5);
    assertThat(Narma10.outputs(u)[399]).isCloseTo(fixed, within(1e-9));
    Arrays.fill(u, 0.5);
    assertThat(Narma10.outputs(u)[399]).isInfinite();
  }

  @Test
  void narmaFollowsItsInputFromTheBeginning() {
    double[] u = {0.5, 0.1, 0.3, 0.2, 0, 0, 0, 0, 0, 0, 0.4, 0};
    double[] y = Narma10.outputs(u);
    assertThat(y[0]).isZero();
    assertThat(y[1]).isEqualTo(0.1);
    assertThat(y[2]).isCloseTo(0.03 + 0.05 * 0.1 * 0.1 + 0.1, within(1e-15));
    double before = 0;
    for (int i = 1; i <= 10; i++) {
      before += y[11 - i];
    }
    assertThat(y[11])
        .isCloseTo(0.3 * y[10] + 0.05 * y[10] * before + 1.5 * 0.1 * 0.4 + 0.1, within(1e-15));
  }

  @Test
  void narmaOfManySeedsStaysBounded() {
    for (int seed = 0; seed < 40; seed++) {
      try (Dataset series = open(new Narma10(), "seed", seed)) {
        double sum = 0;
        for (int t = 0; t < 3200; t++) {
          assertThat(series.sample(t).values()[1]).isLessThan(1);
          sum += series.sample(t).values()[1];
        }
        assertThat(sum / 3200).as("the usual mean, about 0.4").isBetween(0.3, 0.5);
      }
    }
  }

  /** The same steps with the exact solution between them, in NumPy: 4th order is within 1e-6. */
  @Test
  void mackeyGlassFollowsItsEquation() {
    double[] x = MackeyGlass.solve(101);
    assertThat(x[0]).isEqualTo(1.2);
    assertThat(x[17]).isCloseTo(0.21922022886328138, within(1e-6));
    assertThat(x[18]).isCloseTo(0.23011597499118436, within(1e-6));
    assertThat(x[100]).isCloseTo(0.9604263878605929, within(2e-5));
    try (Dataset series = open(new MackeyGlass(), "steps", 300, "horizon", 84)) {
      assertThat(series.sample(10).values()[1]).isEqualTo(series.sample(11).values()[0]);
      assertThat(series.sample(10).values()[2]).isEqualTo(series.sample(94).values()[0]);
    }
  }

  /** scipy.integrate.solve_ivp to 12 digits at t = 0.3; steps of 0.03 are good to 2e-2 there. */
  @Test
  void lorenzFollowsItsEquations() {
    double[] fine = {1, 1, 1};
    double[] coarse = {1, 1, 1};
    for (int i = 0; i < 300; i++) {
      fine = Lorenz63.step(fine, 0.001);
      coarse = i < 10 ? Lorenz63.step(coarse, 0.03) : coarse;
    }
    double[] exact = {16.684813966288615, 27.183492350021346, 26.206460202038787};
    assertThat(fine).containsExactly(exact, within(1e-6));
    assertThat(coarse).containsExactly(exact, within(0.1));
    try (Dataset series = open(new Lorenz63(), "steps", 200)) {
      assertThat(series.sample(7).values()[1]).isEqualTo(series.sample(8).values()[0]);
      for (int t = 0; t < 200; t++) {
        for (float value : series.sample(t).values()) {
          assertThat(value).isBetween(-1f, 1f);
        }
      }
    }
  }

  @Test
  void otherSplitsAreRefused() {
    Narma10 narma = new Narma10();
    assertThatThrownBy(() -> narma.open("train", Settings.of(narma.descriptor()), NOWHERE))
        .isInstanceOf(Fault.class)
        .hasMessage("narma-10 has no split 'train'. It has 'series'.");
  }
}
