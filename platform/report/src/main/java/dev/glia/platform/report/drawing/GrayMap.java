package dev.glia.platform.report.drawing;

/**
 * Amounts of ink.
 *
 * @param amount 0 to 255 unsigned, {@code height × width}, row-major, the first row on top
 */
public record GrayMap(int width, int height, byte[] amount) {
  public static GrayMap blank(int width, int height) {
    return new GrayMap(width, height, new byte[width * height]);
  }

  /** Sets a pixel; one outside is ignored. */
  public void set(int x, int y, int value) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      amount[y * width + x] = (byte) value;
    }
  }
}
