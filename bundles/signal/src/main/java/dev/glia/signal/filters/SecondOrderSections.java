package dev.glia.signal.filters;

import java.util.Arrays;
import org.hipparchus.complex.Complex;

/**
 * A filter as a cascade of sections, each {@code b0 b1 b2 1 a1 a2}, which is stable where one
 * fraction of polynomials isn't. Immutable by agreement; safe for any thread.
 */
public record SecondOrderSections(double[][] sections) {
  /** The response to a point of the complex plane; on the unit circle that to a frequency. */
  Complex response(Complex z) {
    Complex response = new Complex(1);
    Complex inverse = z.reciprocal();
    for (double[] s : sections) {
      Complex above = inverse.multiply(s[2]).add(s[1]).multiply(inverse).add(s[0]);
      Complex below = inverse.multiply(s[5]).add(s[4]).multiply(inverse).add(1);
      response = response.multiply(above).divide(below);
    }
    return response;
  }

  /** By how much a frequency is made larger. */
  public double gain(double hz, double rate) {
    double angle = 2 * Math.PI * hz / rate;
    return response(new Complex(Math.cos(angle), Math.sin(angle))).norm();
  }

  /** Filters from rest; delays what it passes. */
  public double[] filter(double[] signal) {
    double[] out = signal.clone();
    run(out, new double[sections.length][2]);
    return out;
  }

  /**
   * Filters forth and back, so that nothing is delayed and gains are squared. The signal goes on at
   * both ends, turned about its first and last point, and the filter starts in the state that a
   * constant signal would have left.
   *
   * @throws IllegalArgumentException if the signal is too short to go on
   */
  public double[] zeroPhase(double[] signal) {
    int pad = padding();
    int n = signal.length;
    if (n <= pad) {
      throw new IllegalArgumentException(n + " samples, where more than " + pad + " are needed");
    }
    double[] longer = new double[n + 2 * pad];
    System.arraycopy(signal, 0, longer, pad, n);
    for (int i = 0; i < pad; i++) {
      longer[i] = 2 * signal[0] - signal[pad - i];
      longer[pad + n + i] = 2 * signal[n - 1] - signal[n - 2 - i];
    }
    once(longer);
    reverse(longer);
    once(longer);
    reverse(longer);
    return Arrays.copyOfRange(longer, pad, pad + n);
  }

  private int padding() {
    int taps = 2 * sections.length + 1;
    int first = (int) Arrays.stream(sections).filter(s -> s[2] == 0).count();
    int second = (int) Arrays.stream(sections).filter(s -> s[5] == 0).count();
    return 3 * (taps - Math.min(first, second));
  }

  private void once(double[] values) {
    double[][] state = new double[sections.length][];
    double level = values[0];
    for (int k = 0; k < sections.length; k++) {
      double[] s = sections[k];
      double out = level * (s[0] + s[1] + s[2]) / (1 + s[4] + s[5]);
      state[k] = new double[] {out - s[0] * level, s[2] * level - s[5] * out};
      level = out;
    }
    run(values, state);
  }

  /** Transposed direct form II. */
  private void run(double[] values, double[][] state) {
    for (int k = 0; k < sections.length; k++) {
      double[] s = sections[k];
      double first = state[k][0];
      double second = state[k][1];
      for (int i = 0; i < values.length; i++) {
        double in = values[i];
        double out = s[0] * in + first;
        first = s[1] * in - s[4] * out + second;
        second = s[2] * in - s[5] * out;
        values[i] = out;
      }
    }
  }

  private static void reverse(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
