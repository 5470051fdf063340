package dev.glia.api.modelfiles.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name may have meant. */
public final class Spelling {
  private static final int LONGEST = 64;
  private static final int MOST_LISTED = 20;

  private Spelling() {}

  /**
   * The nearest of the known names, if it's near: by insertions, deletions, replacements and swaps
   * of neighbors, up to one in three characters; case, {@code -}, {@code _} and spaces are free.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String normal = normal(word);
    if (normal.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    int least = Math.max(1, normal.length() / 3) + 1;
    for (String candidate : known) {
      String other = normal(candidate);
      if (Math.abs(other.length() - normal.length()) < least) {
        int distance = distance(normal, other);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code did you mean 'tau_m'?}, or what there is: {@code known are a, b and c}. */
  public static String advice(String word, Collection<String> known) {
    return nearest(word, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> list(known));
  }

  private static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "there are none to choose from";
    }
    String names = String.join(", ", known.stream().limit(MOST_LISTED).toList());
    return "known: " + names + (known.size() > MOST_LISTED ? ", \u2026" : "");
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** Optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
