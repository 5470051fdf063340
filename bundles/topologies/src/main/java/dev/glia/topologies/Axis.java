package dev.glia.topologies;

import java.util.Arrays;

/**
 * One axis of a target grid, seen from a place on it. Places count in steps of the target grid.
 *
 * @param length positions on the axis
 * @param wrap whether the last position is next to the first
 */
record Axis(int length, boolean wrap) {
  /** The place of a position of another grid that is stretched over this one. */
  double placeOf(int position, int otherLength) {
    return (position + 0.5) * length / otherLength - 0.5;
  }

  /** Distance of a position from a place. */
  double distance(double place, int position) {
    double apart = Math.abs(place - position);
    return wrap ? Math.min(apart, length - apart) : apart;
  }

  /** The positions that are no farther than the horizon, ascending. */
  int[] within(double horizon, double place) {
    int[] positions = new int[length];
    int count = 0;
    for (int position = 0; position < length; position++) {
      if (distance(place, position) <= horizon) {
        positions[count++] = position;
      }
    }
    return Arrays.copyOf(positions, count);
  }
}
