package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import java.util.Arrays;

/**
 * Receptive fields side by side: an image of indices into a color map.
 *
 * @param fields how many
 * @param width pixels
 * @param height pixels
 * @param pixels row by row
 */
record FieldGrid(int fields, int width, int height, byte[] pixels, ColorMap colors) {
  private static final int WANTED_WIDTH = 600;

  /**
   * Lays out the fields of the first target neurons.
   *
   * @param fieldWidth sources in a row; divides their number
   */
  static FieldGrid of(Recording.Weights weights, int fieldWidth, int fields) {
    int fieldHeight = weights.sources() / fieldWidth;
    int columns = (int) Math.ceil(Math.sqrt((double) fields * fieldHeight / fieldWidth));
    columns = Math.clamp(columns, 1, fields);
    int rows = Math.ceilDiv(fields, columns);
    int width = columns * (fieldWidth + 1) - 1;
    int height = rows * (fieldHeight + 1) - 1;
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    Arrays.fill(pixels, (byte) ColorMap.GAP);
    ColorMap colors = ColorMap.over(weights.weights());
    for (int field = 0; field < fields; field++) {
      int left = field % columns * (fieldWidth + 1);
      int top = field / columns * (fieldHeight + 1);
      for (int source = 0; source < weights.sources(); source++) {
        float weight = weights.weights()[source * weights.targets() + field];
        int x = left + source % fieldWidth;
        int y = top + source / fieldWidth;
        pixels[y * width + x] = colors.index(weight);
      }
    }
    return new FieldGrid(fields, width, height, pixels, colors);
  }

  /** The image; enlarged by a whole factor if it's small. */
  byte[] png() {
    int factor = Math.max(1, WANTED_WIDTH / width);
    byte[] large = new byte[pixels.length * factor * factor];
    for (int y = 0; y < height * factor; y++) {
      for (int x = 0; x < width * factor; x++) {
        large[y * width * factor + x] = pixels[y / factor * width + x / factor];
      }
    }
    return Png.encode(width * factor, height * factor, large, colors.palette(), ColorMap.GAP);
  }
}
