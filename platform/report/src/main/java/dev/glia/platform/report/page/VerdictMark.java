package dev.glia.platform.report.page;

import dev.glia.platform.store.Verdict;
import java.util.Locale;
import java.util.Map;

/** Verdicts as icon and word, so that no reader depends on the color. */
public final class VerdictMark {
  private VerdictMark() {}

  /** Icon and word. */
  public static void write(Html html, Verdict verdict) {
    html.open("span", "class", "verdict " + name(verdict));
    icon(html, verdict);
    html.leaf("span", word(verdict)).close();
  }

  /** Icons with counts and words, verdicts without claims left out: {@code 5 passed}. */
  public static void counts(Html html, Map<Verdict, Integer> counts) {
    html.open("ul", "class", "verdicts");
    for (Verdict verdict : Verdict.values()) {
      int count = counts.getOrDefault(verdict, 0);
      if (count > 0) {
        html.open("li").open("span", "class", "verdict " + name(verdict));
        icon(html, verdict);
        html.leaf("span", count + " " + word(verdict).toLowerCase(Locale.ROOT));
        html.close().close();
      }
    }
    html.close();
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "Passed";
      case FAILED -> "Failed";
      case NOT_MEASURED -> "Not measured";
      case REPORTED -> "Reported";
    };
  }

  private static String name(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void icon(Html html, Verdict verdict) {
    String shape =
        switch (verdict) {
          case PASSED -> "M4.5 8.5 7 11l4.5-5.5";
          case FAILED -> "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6";
          case NOT_MEASURED -> "M4.8 8h6.4";
          case REPORTED -> "M8 7.4v3.8M8 4.7v.6";
        };
    html.open(
        "svg",
        "class",
        "icon",
        "viewBox",
        "0 0 16 16",
        "width",
        "16",
        "height",
        "16",
        "aria-hidden",
        "true",
        "focusable",
        "false");
    html.empty("circle", "cx", "8", "cy", "8", "r", "7", "class", "disk");
    html.empty("path", "d", shape, "class", "sign");
    html.close();
  }
}
