package dev.glia.signal.measures;

import java.util.HashMap;
import java.util.Map;

/** How unforeseeable a signal is. */
public final class Entropies {
  private Entropies() {}

  /**
   * Of a spectrum, 0 (one frequency) to 1 (all alike).
   *
   * @param density powers, not all 0
   */
  public static double spectral(double[] density) {
    double total = 0;
    for (double power : density) {
      total += power;
    }
    double entropy = 0;
    for (double power : density) {
      double p = power / total;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy / Math.log(density.length);
  }

  /**
   * Of the orders of neighboring samples (Bandt and Pompe 2002), 0 to 1. Equal values count as
   * ascending.
   *
   * @param order samples of a pattern, 2 to 10
   * @param delay samples between them, at least 1
   */
  public static double permutation(double[] signal, int order, int delay) {
    if (order < 2 || order > 10 || delay < 1) {
      throw new IllegalArgumentException("order 2 to 10, not " + order);
    }
    Map<Long, Integer> counts = new HashMap<>();
    int patterns = signal.length - (order - 1) * delay;
    for (int i = 0; i < patterns; i++) {
      long code = 0;
      for (int a = 0; a < order; a++) {
        int rank = 0;
        for (int b = 0; b < order; b++) {
          double other = signal[i + b * delay];
          double own = signal[i + a * delay];
          rank += other < own || other == own && b < a ? 1 : 0;
        }
        code = code * 10 + rank;
      }
      counts.merge(code, 1, Integer::sum);
    }
    double entropy = 0;
    double kinds = 0;
    for (int k = 2; k <= order; k++) {
      kinds += Math.log(k);
    }
    for (int count : counts.values()) {
      double p = (double) count / patterns;
      entropy -= p * Math.log(p);
    }
    return entropy / kinds;
  }

  /**
   * Sample entropy (Richman and Moorman 2000): minus the logarithm of the share of pairs of
   * patterns alike that stay so with a sample more. Infinite if none does.
   *
   * @param length samples of a pattern, usually 2
   * @param tolerance largest difference of samples alike, usually 0.2 standard deviations
   */
  public static double sample(double[] signal, int length, double tolerance) {
    long shorter = 0;
    long longer = 0;
    int patterns = signal.length - length;
    for (int i = 0; i < patterns; i++) {
      for (int j = i + 1; j < patterns; j++) {
        int k = 0;
        while (k < length && Math.abs(signal[i + k] - signal[j + k]) <= tolerance) {
          k++;
        }
        if (k == length) {
          shorter++;
          longer += Math.abs(signal[i + length] - signal[j + length]) <= tolerance ? 1 : 0;
        }
      }
    }
    return -Math.log((double) longer / shorter);
  }
}
