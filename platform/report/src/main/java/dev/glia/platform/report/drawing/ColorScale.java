package dev.glia.platform.report.drawing;

/**
 * Colors for values from {@code low} to {@code high}: viridis, or blue through white to red around
 * 0 where the values have both signs. Both can be told apart by color-blind readers.
 *
 * @param logarithmic whether equal factors are equal steps; then {@code low} is over 0
 */
public record ColorScale(double low, double high, boolean diverging, boolean logarithmic) {
  private static final int[] VIRIDIS = {
    0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725
  };
  private static final int[] BLUE_RED = {
    0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d,
    0xb2182b, 0x67001f
  };

  /** The scale for a range of finite values. */
  public static ColorScale over(double low, double high, boolean logarithmic) {
    if (!logarithmic && low < 0 && high > 0) {
      double reach = Math.max(-low, high);
      return new ColorScale(-reach, reach, true, false);
    }
    return new ColorScale(low, high, false, logarithmic);
  }

  /** The color of a finite value; values outside get the nearest end's. */
  public int color(double value) {
    int[] colors = diverging ? BLUE_RED : VIRIDIS;
    double at = Math.clamp(share(value), 0, 1) * (colors.length - 1);
    int below = Math.min((int) at, colors.length - 2);
    return Rgb.mix(colors[below], colors[below + 1], at - below);
  }

  /** Whether a value has a color: finite, and over 0 on a logarithmic scale. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  private double share(double value) {
    if (high <= low) {
      return 0.5;
    }
    if (logarithmic) {
      return (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
    }
    // Halves, as the difference of two huge values may overflow.
    return (value / 2 - low / 2) / (high / 2 - low / 2);
  }
}
