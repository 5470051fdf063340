package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.signal.recording.HeadAngles;
import java.util.Collections;
import java.util.List;

/** Places on a spherical head: sources in the brain, electrodes, helmets. */
public final class Anatomy {
  private static final double CORTEX = 0.072; // m
  private static final double LOWEST = -0.35; // of the sphere's height

  private static final List<String> NAMES =
      List.of(
          "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3",
          "Pz", "P4", "P8", "O1", "O2");
  private static final double[][] ANGLES = {
    {-90, -72}, {90, 72}, {-90, -36}, {-60, -51}, {45, 90}, {60, 51}, {90, 36}, {-90, 0}, {-45, 0},
    {0, 0}, {45, 0}, {90, 0}, {-90, 36}, {-60, 51}, {45, -90}, {60, -51}, {90, -36}, {-90, 72},
    {90, -72}
  };

  private Anatomy() {}

  /** The 19 electrodes of the 10-20 system. */
  public static SensorGeometry tenTwenty() {
    double[][] places = new double[ANGLES.length][];
    for (int i = 0; i < places.length; i++) {
      places[i] = HeadAngles.onHead(ANGLES[i][0], ANGLES[i][1]);
    }
    return new SensorGeometry(
        NAMES,
        places,
        new double[places.length][3],
        Collections.nCopies(places.length, SensorType.EEG));
  }

  /**
   * Points spread evenly over a cap of a sphere, from the top down.
   *
   * @param lowest height of the cap's edge over the sphere's radius, -1 to 1
   */
  public static double[][] cap(int count, double radius, double lowest) {
    double[][] points = new double[count][];
    for (int k = 0; k < count; k++) {
      double z = 1 - (1 - lowest) * (k + 0.5) / count;
      double azimuth = Math.PI * (1 + Math.sqrt(5)) * (k + 0.5);
      double across = Math.sqrt(1 - z * z);
      points[k] =
          new double[] {
            radius * across * Math.cos(azimuth), radius * across * Math.sin(azimuth), radius * z
          };
    }
    return points;
  }

  /** Places of sources in the cortex. */
  public static double[][] sources(int count) {
    return cap(count, CORTEX, LOWEST);
  }

  /** Directions of sources: 20 to 70 degrees off the radius, to a random side. */
  public static double[][] orientations(double[][] places, RandomStream random) {
    double[][] directions = new double[places.length][];
    for (int s = 0; s < places.length; s++) {
      double[] radial = Vectors.unit(places[s]);
      double[] any = {random.nextNormal(), random.nextNormal(), random.nextNormal()};
      double[] side = Vectors.unit(Vectors.plus(any, -Vectors.dot(any, radial), radial));
      double tilt = Math.toRadians(20 + 50 * random.nextDouble());
      directions[s] = Vectors.plus(Vectors.scaled(radial, Math.cos(tilt)), Math.sin(tilt), side);
    }
    return directions;
  }
}
