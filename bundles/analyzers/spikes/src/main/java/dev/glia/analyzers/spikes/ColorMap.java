package dev.glia.analyzers.spikes;

/**
 * From numbers to colors: dark to bright where all have one sign, blue over white to red where both
 * signs occur. 255 colors; index 255 is the gap between fields.
 *
 * @param low value of color 0
 * @param high value of the last color
 */
record ColorMap(double low, double high) {
  static final int GAP = 255;
  private static final int LAST = GAP - 1;

  /** Points of viridis (S. van der Walt, N. Smith; CC0), evenly spaced. */
  private static final int[] ONE_SIGN = {
    0x440154, 0x46327E, 0x365C8D, 0x277F8E, 0x1FA187, 0x4AC16D, 0xA0DA39, 0xFDE725
  };

  private static final int[] BOTH_SIGNS = {0x2166AC, 0x92C5DE, 0xF7F7F7, 0xF4A582, 0xB2182B};

  /** A map that holds 0 and all values. */
  static ColorMap over(float[] values) {
    double low = 0;
    double high = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low < 0 && high > 0) {
      high = Math.max(-low, high);
      low = -high;
    }
    return new ColorMap(low, high > low ? high : low + 1);
  }

  byte index(double value) {
    return Double.isFinite(value)
        ? (byte) Math.clamp(Math.round((value - low) / (high - low) * LAST), 0, LAST)
        : (byte) GAP;
  }

  int[] palette() {
    int[] points = low < 0 && high > 0 ? BOTH_SIGNS : ONE_SIGN;
    int[] palette = new int[GAP + 1];
    for (int i = 0; i <= LAST; i++) {
      double place = (double) i / LAST * (points.length - 1);
      int before = Math.min((int) place, points.length - 2);
      palette[i] = mixed(points[before], points[before + 1], place - before);
    }
    return palette;
  }

  private static int mixed(int from, int to, double share) {
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >>> shift & 0xFF;
      int b = to >>> shift & 0xFF;
      color |= (int) Math.round(a + (b - a) * share) << shift;
    }
    return color;
  }
}
