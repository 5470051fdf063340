package dev.glia.learners.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static double[][] blobs() {
    RandomStream random = new RandomStream(5, "blobs", 0);
    double[][] x = new double[300][2];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = 10 * (i % 3) + random.nextNormal();
      x[i][1] = random.nextNormal();
    }
    return x;
  }

  @Test
  void separateBlobsAreFound() {
    KMeans found = KMeans.fit(blobs(), 3, 5, new RandomStream(1, "k-means", 0));
    for (int i = 0; i < 300; i++) {
      assertThat(found.labels()[i]).isEqualTo(found.labels()[i % 3]);
    }
    assertThat(found.labels()[0]).isNotEqualTo(found.labels()[1]);
    assertThat(found.centers()[found.labels()[2]][0]).isCloseTo(20, within(0.4));
    assertThat(found.inertia() / 300).as("two dimensions of variance 1").isBetween(1.7, 2.3);
  }

  /** Of all cuts of 0 1 5 6 8, the one between 1 and 5 has the least squares. */
  @Test
  void bestOfSeveralStartsIsTheOptimumOfASmallCase() {
    double[][] x = {{0}, {1}, {5}, {6}, {8}};
    KMeans found = KMeans.fit(x, 2, 10, new RandomStream(1, "k-means", 1));
    double mean = 19 / 3.0;
    double inertia =
        0.5 + (5 - mean) * (5 - mean) + (6 - mean) * (6 - mean) + (8 - mean) * (8 - mean);
    assertThat(found.inertia()).isCloseTo(inertia, within(1e-12));
  }

  @Test
  void sameDrawsGiveTheSameClusters() {
    KMeans a = KMeans.fit(blobs(), 4, 2, new RandomStream(9, "k-means", 0));
    KMeans b = KMeans.fit(blobs(), 4, 2, new RandomStream(9, "k-means", 0));
    assertThat(a.labels()).isEqualTo(b.labels());
    assertThat(a.inertia()).isEqualTo(b.inertia());
  }

  @Test
  void asManyClustersAsSamplesLeaveNothing() {
    double[][] x = {{1}, {1}, {2}};
    assertThat(KMeans.fit(x, 3, 1, new RandomStream(1, "k-means", 2)).inertia()).isZero();
  }
}
