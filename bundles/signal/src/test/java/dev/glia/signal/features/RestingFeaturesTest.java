package dev.glia.signal.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.simulation.Noise;
import org.junit.jupiter.api.Test;

class RestingFeaturesTest {
  private static double feature(double[][][] features, String name) {
    int f = RestingFeatures.NAMES.indexOf(name);
    double sum = 0;
    for (double[][] epoch : features) {
      sum += epoch[0][f] / features.length;
    }
    return sum;
  }

  private static double[][] signals(double alpha, double gain) {
    RandomStream random = new RandomStream(3, "features", 0);
    double[] common = Noise.rhythm(4224, 10, 1, 128, random);
    double[][] signals = new double[3][];
    for (int c = 0; c < 3; c++) {
      signals[c] = Noise.colored(4224, 1.2, 128, random);
      for (int i = 0; i < 4224; i++) {
        signals[c][i] = gain * (signals[c][i] + alpha * common[i]);
      }
    }
    return signals;
  }

  @Test
  void thereAre28OfThemEachWithAName() {
    double[][][] features = RestingFeatures.of(signals(1, 1), 128, 1024, 64);
    assertThat(RestingFeatures.NAMES).hasSize(28).doesNotHaveDuplicates();
    assertThat(features).hasDimensions(4, 3);
    for (double[][] epoch : features) {
      for (double[] channel : epoch) {
        assertThat(channel).hasSize(28);
        for (double value : channel) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @Test
  void aSharedRhythmRaisesItsPowerAndLocking() {
    double[][][] with = RestingFeatures.of(signals(1, 1), 128, 1024, 64);
    double[][][] without = RestingFeatures.of(signals(0, 1), 128, 1024, 64);
    assertThat(feature(with, "alpha power")).isGreaterThan(feature(without, "alpha power") + 0.5);
    assertThat(feature(with, "alpha locking"))
        .isGreaterThan(feature(without, "alpha locking") + 0.3);
    assertThat(feature(with, "beta power")).isCloseTo(feature(without, "beta power"), within(0.2));
    assertThat(feature(with, "alpha frequency")).isCloseTo(10, within(0.3));
    assertThat(feature(with, "exponent")).isCloseTo(1.2, within(0.25));
  }

  @Test
  void loudnessIsPowerAndVarianceOnly() {
    double[][][] quiet = RestingFeatures.of(signals(1, 1), 128, 1024, 64);
    double[][][] loud = RestingFeatures.of(signals(1, 10), 128, 1024, 64);
    assertThat(feature(loud, "variance")).isCloseTo(feature(quiet, "variance") + 2, within(1e-9));
    assertThat(feature(loud, "offset")).isCloseTo(feature(quiet, "offset") + 2, within(1e-6));
    for (String same :
        new String[] {
          "mobility", "skewness", "theta-gamma coupling", "fluctuation", "branching", "exponent"
        }) {
      assertThat(feature(loud, same)).as(same).isCloseTo(feature(quiet, same), within(1e-6));
    }
  }
}
