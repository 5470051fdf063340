package dev.glia.topologies;

import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.Arrays;

/**
 * Pairs drawn by their distance. Only a box around the source's place is looked at, as large as the
 * profile isn't negligible.
 */
record Neighborhood(
    Layer source,
    Layer target,
    Axis horizontal,
    Axis vertical,
    Profile profile,
    double reach,
    double peak,
    boolean selfForbidden,
    long key)
    implements Connectivity {
  private static final int ROWS_OF_AN_ESTIMATE = 64;

  @Override
  public int sources() {
    return source.size();
  }

  @Override
  public int targets() {
    return target.size();
  }

  @Override
  public int[] row(int index) {
    Sizes.source(index, sources());
    RandomStream random = new RandomStream(key, index);
    Box box = around(index);
    int[] row = new int[box.columns.length * box.lines.length];
    int length = 0;
    for (int line : box.lines) {
      for (int column : box.columns) {
        int candidate = line * target.width() + column;
        if (!(selfForbidden && candidate == index)
            && random.nextDouble() < probability(box, column, line)) {
          row[length++] = candidate;
        }
      }
    }
    return Arrays.copyOf(row, length);
  }

  /** From rows spread over the layer: exact for wrapped grids of the same size. */
  @Override
  public long expectedSynapses() {
    int rows = Math.min(ROWS_OF_AN_ESTIMATE, sources());
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += expectedRow((int) ((i + 0.5) * sources() / rows));
    }
    return Math.round(sum / rows * sources());
  }

  private double expectedRow(int index) {
    Box box = around(index);
    double sum = 0;
    for (int line : box.lines) {
      for (int column : box.columns) {
        if (!(selfForbidden && line * target.width() + column == index)) {
          sum += probability(box, column, line);
        }
      }
    }
    return sum;
  }

  private double probability(Box box, int column, int line) {
    double dx = horizontal.distance(box.x, column);
    double dy = vertical.distance(box.y, line);
    return peak * profile.at(dx * dx + dy * dy, reach);
  }

  private Box around(int index) {
    double x = horizontal.placeOf(index % source.width(), source.width());
    double y = vertical.placeOf(index / source.width(), source.height());
    double horizon = profile.horizon(reach);
    return new Box(x, y, horizontal.within(horizon, x), vertical.within(horizon, y));
  }

  /** A source's place on the target's grid, and what lies near it; columns and lines ascend. */
  private record Box(double x, double y, int[] columns, int[] lines) {}
}
