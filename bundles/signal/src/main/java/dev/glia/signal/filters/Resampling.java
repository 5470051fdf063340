package dev.glia.signal.filters;

/**
 * Another sampling rate, {@code up/down} times the old one: a low-pass filter (windowed sinc,
 * Kaiser's window of β = 5) on the signal with zeros between, of which only the samples that stay
 * are computed.
 */
public final class Resampling {
  private static final double BETA = 5;
  private static final int REACH = 10; // zero crossings on each side

  private final int up;
  private final int down;
  private final double[] kernel;
  private final int half;

  /** Reduces the fraction. */
  public Resampling(int up, int down) {
    if (up < 1 || down < 1) {
      throw new IllegalArgumentException(up + "/" + down + " times the rate");
    }
    int divisor = divisor(up, down);
    this.up = up / divisor;
    this.down = down / divisor;
    int most = Math.max(this.up, this.down);
    half = REACH * most;
    kernel = new double[2 * half + 1];
    double sum = 0;
    for (int i = -half; i <= half; i++) {
      double x = Math.PI * i / most;
      double relative = (double) i / half;
      kernel[half + i] =
          (i == 0 ? 1 : Math.sin(x) / x)
              * bessel(BETA * Math.sqrt(Math.max(0, 1 - relative * relative)));
      sum += kernel[half + i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] *= this.up / sum;
    }
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  /** The modified Bessel function of order 0. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-18 * sum; k++) {
      term *= x / 2 / k * (x / 2 / k);
      sum += term;
    }
    return sum;
  }

  /** The signal at the new rate; beyond its ends it's taken to be 0. */
  public double[] of(double[] signal) {
    if (up == down) {
      return signal.clone();
    }
    int length = Math.toIntExact(((long) signal.length * up + down - 1) / down);
    double[] out = new double[length];
    for (int m = 0; m < length; m++) {
      long center = (long) m * down;
      int from = (int) Math.max(0, (center - half + up - 1) / up);
      int to = (int) Math.min(signal.length - 1L, (center + half) / up);
      double sum = 0;
      for (int k = from; k <= to; k++) {
        sum += signal[k] * kernel[(int) (center - (long) k * up) + half];
      }
      out[m] = sum;
    }
    return out;
  }
}
