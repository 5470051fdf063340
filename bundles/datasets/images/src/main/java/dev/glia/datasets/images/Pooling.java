package dev.glia.datasets.images;

/**
 * Square images made smaller: a border is cut off, areas are averaged, and the image's brightest
 * area becomes the highest of a few levels.
 *
 * @param from width of the image
 * @param border pixels that are cut off at each side
 * @param to width of the result
 * @param brightest level, at least 1; the darkest is 0
 */
record Pooling(int from, int border, int to, int brightest) {
  /** Levels of an image, row-major as the image's values, which aren't negative. */
  int[] levels(float[] values) {
    double step = (double) (from - 2 * border) / to;
    double[] average = new double[to * to];
    double most = 0;
    for (int i = 0; i < average.length; i++) {
      double top = border + step * (i / to);
      double left = border + step * (i % to);
      average[i] = average(values, top, left, step);
      most = Math.max(most, average[i]);
    }
    int[] levels = new int[average.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (int) Math.round(brightest * average[i] / Math.max(most, 1e-9));
    }
    return levels;
  }

  /** Pixels that lie in the area in part count in part. */
  private double average(float[] values, double top, double left, double step) {
    double sum = 0;
    for (int y = (int) top; y < top + step; y++) {
      for (int x = (int) left; x < left + step; x++) {
        double height = Math.min(y + 1, top + step) - Math.max(y, top);
        double breadth = Math.min(x + 1, left + step) - Math.max(x, left);
        sum += values[y * from + x] * height * breadth;
      }
    }
    return sum / (step * step);
  }
}
