package dev.glia.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import org.junit.jupiter.api.Test;

class LabeledPointsTest {
  /** Two bundles of directions, at a right angle. */
  private static LabeledPoints bundles() {
    float[][] points = new float[40][];
    int[] labels = new int[40];
    RandomStream random = new RandomStream(1, "bundles", 0);
    for (int i = 0; i < points.length; i++) {
      labels[i] = i % 2;
      float along = 5 + (float) random.nextDouble();
      float across = (float) random.nextDouble();
      points[i] = labels[i] == 0 ? new float[] {along, across} : new float[] {across, along};
    }
    return new LabeledPoints(points, labels);
  }

  @Test
  void classesThatLieApartAreSeparated() {
    assertThat(bundles().separation()).isGreaterThan(5);
    assertThat(bundles().agreement(10)).isEqualTo(1);
  }

  @Test
  void labelsThatSayNothingSeparateNothing() {
    int[] halves = new int[40];
    for (int i = 20; i < 40; i++) {
      halves[i] = 1;
    }
    LabeledPoints points = new LabeledPoints(bundles().points(), halves);

    assertThat(points.separation()).isCloseTo(1, within(0.1));
    assertThat(points.agreement(10)).isCloseTo(0.5, within(0.15));
  }

  @Test
  void directionsHaveUnitLengthAndTheOriginStays() {
    LabeledPoints points =
        new LabeledPoints(new float[][] {{3, 4}, {0, 0}}, new int[2]).directions();

    assertThat(points.points()[0]).containsExactly(0.6f, 0.8f);
    assertThat(points.points()[1]).containsExactly(0, 0);
  }

  @Test
  void mapKeepsNeighborsTogetherAndIsTheSameForTheSameDraws() {
    double[][] map = bundles().map(new RandomStream(2, "map", 0));
    float[][] placed = new float[40][];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = new float[] {(float) map[0][i], (float) map[1][i]};
    }

    assertThat(new LabeledPoints(placed, bundles().labels()).separation()).isGreaterThan(1.5);
    assertThat(bundles().map(new RandomStream(2, "map", 0))).isDeepEqualTo(map);
  }
}
