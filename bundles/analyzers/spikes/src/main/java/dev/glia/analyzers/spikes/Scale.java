package dev.glia.analyzers.spikes;

import java.util.Locale;

/**
 * An axis' numbers, from low to high, and the round ones among them.
 *
 * @param whole whether only whole numbers mean anything
 */
record Scale(double low, double high, boolean whole) {
  private static final double NARROW = 1e-9; // of the numbers themselves: rounding, not change

  Scale {
    if (!(high - low > NARROW * Math.max(Math.abs(low), Math.abs(high)))) {
      double middle = Double.isFinite(low) ? low : 0; // a constant, or nothing at all
      double margin = middle == 0 ? 1 : Math.abs(middle) * 0.1;
      low = middle - margin;
      high = middle + margin;
    }
  }

  Scale(double low, double high) {
    this(low, high, false);
  }

  /** Where a value lies: 0 at low, 1 at high. */
  double fraction(double value) {
    return (value - low) / (high - low);
  }

  /** Round numbers in the scale, ascending, at most so many. */
  double[] ticks(int most) {
    double step = step(most);
    long first = (long) Math.ceil(low / step - 1e-6);
    long last = (long) Math.floor(high / step + 1e-6);
    double[] ticks = new double[(int) (last - first + 1)];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = (first + i) * step;
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten. */
  private double step(int most) {
    double rough = Math.max((high - low) / most, whole ? 1 : 0);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** A tick as it's printed: as many decimals as the step needs. */
  String label(double tick, int most) {
    double step = step(most);
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (size >= 1e6 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.2g", tick).replaceFirst("\\.0+(e|$)", "$1");
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", tick);
    return text.matches("-0\\.?0*") ? text.substring(1) : text;
  }
}
