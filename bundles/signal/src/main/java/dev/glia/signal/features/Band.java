package dev.glia.signal.features;

/** The classical bands of EEG, in hertz. */
public enum Band {
  DELTA(1, 4),
  THETA(4, 8),
  ALPHA(8, 13),
  BETA(13, 30),
  GAMMA(30, 45);

  private final double low;
  private final double high;

  Band(double low, double high) {
    this.low = low;
    this.high = high;
  }

  public double low() {
    return low;
  }

  public double high() {
    return high;
  }

  /** In lower case. */
  public String symbol() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
