package dev.glia.api.signal;

import java.util.List;

/**
 * Where sensors are: x to the right, y to the nose, z up, the origin in the middle of the head.
 * Arrays are not to be changed.
 *
 * @param names one a sensor, as the channels'
 * @param positions {@code sensors × 3}, meters; NaN where unknown
 * @param orientations {@code sensors × 3}, unit vectors; zeros for electrodes
 */
public record SensorGeometry(
    List<String> names, double[][] positions, double[][] orientations, List<SensorType> types) {
  public static final SensorGeometry NONE =
      new SensorGeometry(List.of(), new double[0][], new double[0][], List.of());

  public SensorGeometry {
    names = List.copyOf(names);
    types = List.copyOf(types);
    if (positions.length != names.size()
        || orientations.length != names.size()
        || types.size() != names.size()) {
      throw new IllegalArgumentException("as many positions, orientations and types as names");
    }
  }

  public int size() {
    return names.size();
  }

  /** Whether a sensor's place is known. */
  public boolean isPlaced(int sensor) {
    return !Double.isNaN(positions[sensor][0]);
  }
}
