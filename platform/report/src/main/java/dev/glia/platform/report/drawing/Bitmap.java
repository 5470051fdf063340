package dev.glia.platform.report.drawing;

/**
 * Colored pixels.
 *
 * @param argb {@code 0xAARRGGBB}, {@code height × width}, row-major, the first row on top
 */
public record Bitmap(int width, int height, int[] argb) {
  public static Bitmap blank(int width, int height) {
    return new Bitmap(width, height, new int[width * height]);
  }

  public void set(int x, int y, int rgb) {
    argb[y * width + x] = 0xff000000 | rgb;
  }
}
