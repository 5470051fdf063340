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

  /** Waves, a chirp and spikes, without a random number. */
  private static double[][] written() {
    int n = 1008 + 2 * 64;
    double[][] x = new double[3][n];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < n; i++) {
        x[c][i] =
            Math.sin(0.3 * i + 0.2 * c)
                + 0.6 * Math.sin(0.49 * i + c * c)
                + 0.5 * Math.sin(0.001 * i * i * (c + 1))
                + 0.4 * Math.sin(0.97 * i + c) * (1 + 0.5 * Math.cos(0.3 * i))
                + 0.3 * Math.sin(1.9 * i + c) * (1 + 0.5 * Math.cos(0.3 * i + 0.2 * c));
      }
      for (int k = 60; k < n - 2; k += 37) {
        if ((k / 37 + c) % 3 != 0) {
          x[c][k] += 5;
          x[c][k + 1] += 3 + c;
        }
      }
    }
    return x;
  }

  /** By NumPy 2.4 and SciPy 1.17 (butter, sosfiltfilt, hilbert, welch); all but the fit. */
  @Test
  void featuresAreThoseThatSciPyGives() {
    double[][] wanted = {
      {
        -1.20887543,
        -0.26459868,
        -0.541943508,
        -0.381830565,
        -0.748651195,
        0.246984383,
        0.943058424,
        0.65306176,
        0.425384862,
        0.441735613,
        0.160916368,
        0.860987225,
        1.63515586,
        1.36661429,
        0.0034628935,
        0.00134329515,
        0.00203234871,
        0.0522223964,
        0.216955115,
        1.3557971,
        0.166666667,
        0.361027925,
        1.22222222,
        0.0248015873,
        6.06292658,
        10.0459102
      },
      {
        -1.00932149,
        -0.207352025,
        -0.531865576,
        -0.356460022,
        -0.597885139,
        0.237561671,
        0.940608183,
        0.613599166,
        0.459278241,
        0.489935866,
        0.25021295,
        0.892010996,
        1.61639762,
        1.59118877,
        0.00296822185,
        0.00141026926,
        0.00209578738,
        0.0712692368,
        0.226587203,
        1.34793497,
        0.166666667,
        0.361027925,
        1.22222222,
        0.0317460317,
        6.17683937,
        10.1594751
      }
    };
    double[][] found = RestingFeatures.of(written(), 128, 1008, 64)[0];
    for (int channel = 0; channel < 2; channel++) {
      for (int f = 0; f < wanted[channel].length; f++) {
        int at = f < RestingFeatures.STANDARD ? f : f + 2; // without exponent and offset
        assertThat(found[2 * channel][at])
            .as(RestingFeatures.NAMES.get(at))
            .isCloseTo(wanted[channel][f], within(1e-7));
      }
    }
  }
}
