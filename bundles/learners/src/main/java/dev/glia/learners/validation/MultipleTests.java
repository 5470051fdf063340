package dev.glia.learners.validation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values of many tests, adjusted; compare them with the level that one test would have. */
public final class MultipleTests {
  private MultipleTests() {}

  /**
   * Holm (1979, doi:10.2307/4615733): the chance of any false discovery stays below the level,
   * whatever the tests' dependence.
   *
   * @return in the order given
   */
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < p.length; i++) {
      largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /**
   * Benjamini and Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x): the expected share of
   * false discoveries stays below the level, for independent or positively dependent tests.
   *
   * @return in the order given
   */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p[order[i]] * p.length / (i + 1));
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    for (double each : p) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("a p-value is in [0, 1], given " + each);
      }
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
