package dev.glia.api.units.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a name that doesn't exist. */
public final class Spelling {
  /** Longer names aren't compared: the work grows with the square of the length. */
  private static final int LONGEST = 40;

  private Spelling() {}

  /**
   * The nearest of the known names, if one is near enough to be worth proposing.
   *
   * @return a name that differs by few insertions, deletions, replacements or swaps; of equally
   *     near ones the first
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(written, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    // One letter is near to every other: only its case can be wrong.
    int allowed = written.length() == 1 ? 1 : 2 * (1 + written.length() / 4) + 1;
    return bestDistance <= allowed ? Optional.ofNullable(best) : Optional.empty();
  }

  /** {@code : did you mean 'tau_m'?}, or nothing. */
  public static String proposal(String written, Collection<String> known) {
    return nearest(written, known).map(name -> ": did you mean '" + name + "'?").orElse("");
  }

  /** Twice the optimal-string-alignment distance; a wrong case and another length count 1. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    if (a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT))) {
      return a.equals(b) ? 0 : 1;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return 2 * d[a.length()][b.length()] + (a.length() == b.length() ? 0 : 1);
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
