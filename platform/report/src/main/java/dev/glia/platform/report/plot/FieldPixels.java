package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.Bitmap;
import dev.glia.platform.report.drawing.ColorScale;

/** A field of values as pixels; a field with more than can be seen is averaged. */
final class FieldPixels {
  private static final int MOST = 1_024;

  private FieldPixels() {}

  /**
   * The pixels of a field, blank where there's no value.
   *
   * @param values row-major; missing ones are blank
   * @param firstRowBelow whether the first row becomes the lowest
   */
  static Bitmap of(
      int rows, int columns, double[] values, ColorScale colors, boolean firstRowBelow) {
    int height = Math.clamp(rows, 1, MOST);
    int width = Math.clamp(columns, 1, MOST);
    Bitmap pixels = Bitmap.blank(width, height);
    for (int py = 0; py < height; py++) {
      int row = firstRowBelow ? height - 1 - py : py;
      int fromRow = (int) ((long) row * rows / height);
      int toRow = Math.max(fromRow + 1, (int) ((row + 1L) * rows / height));
      for (int px = 0; px < width; px++) {
        int from = (int) ((long) px * columns / width);
        int to = Math.max(from + 1, (int) ((px + 1L) * columns / width));
        double mean = mean(values, columns, fromRow, toRow, from, to, colors);
        if (!Double.isNaN(mean)) {
          pixels.set(px, py, colors.color(mean));
        }
      }
    }
    return pixels;
  }

  private static double mean(
      double[] values, int columns, int fromRow, int toRow, int from, int to, ColorScale colors) {
    double sum = 0;
    long count = 0;
    for (int r = fromRow; r < toRow; r++) {
      for (int c = from; c < to; c++) {
        long index = (long) r * columns + c;
        if (index < values.length && colors.shows(values[(int) index])) {
          count++;
          // A running mean, as a sum of huge values may overflow.
          sum += (values[(int) index] - sum) / count;
        }
      }
    }
    return count == 0 || !Double.isFinite(sum) ? Double.NaN : sum;
  }
}
