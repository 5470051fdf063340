package dev.glia.platform.report.drawing;

/** Colors as {@code 0xRRGGBB}. */
public final class Rgb {
  private Rgb() {}

  /** {@code #0072b2}. */
  public static String hex(int rgb) {
    return "#%06x".formatted(rgb & 0xffffff);
  }

  /** Black or white, whichever is read better on a color: at least 4.58 : 1. */
  public static Ink readableOn(int rgb) {
    return contrast(rgb, 0x000000) >= contrast(rgb, 0xffffff)
        ? new Ink.Fixed(0x000000)
        : new Ink.Fixed(0xffffff);
  }

  /** Ratio of contrast as WCAG defines it, 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** Between two colors; {@code share} 0 gives the first. */
  static int mix(int one, int other, double share) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = one >> shift & 255;
      int b = other >> shift & 255;
      result |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return result;
  }
}
