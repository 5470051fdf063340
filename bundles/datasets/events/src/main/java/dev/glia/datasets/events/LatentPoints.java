package dev.glia.datasets.events;

import dev.glia.api.random.RandomStream;

/**
 * A point in the unit square for each class, in a cell of its own of the smallest square grid that
 * has enough.
 */
record LatentPoints(double[] x, double[] y) {
  private static final double JITTER = 0.2;

  /**
   * Draws the points.
   *
   * @param permuted whether classes exchange their points at random
   */
  static LatentPoints of(int classes, long seed, boolean permuted) {
    int side = (int) Math.ceil(Math.sqrt(classes));
    RandomStream random = new RandomStream(seed, "glyph-tone/points", 0);
    int[] cells = order(side * side, random);
    double[] x = new double[classes];
    double[] y = new double[classes];
    for (int k = 0; k < classes; k++) {
      x[k] = (cells[k] % side + 0.5 + JITTER * (2 * random.nextDouble() - 1)) / side;
      y[k] = (cells[k] / side + 0.5 + JITTER * (2 * random.nextDouble() - 1)) / side;
    }
    if (!permuted) {
      return new LatentPoints(x, y);
    }
    int[] other = order(classes, new RandomStream(seed, "glyph-tone/permutation", 0));
    LatentPoints exchanged = new LatentPoints(new double[classes], new double[classes]);
    for (int k = 0; k < classes; k++) {
      exchanged.x[k] = x[other[k]];
      exchanged.y[k] = y[other[k]];
    }
    return exchanged;
  }

  private static int[] order(int size, RandomStream random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) { // Fisher and Yates, inside out
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }

  int classes() {
    return x.length;
  }
}
