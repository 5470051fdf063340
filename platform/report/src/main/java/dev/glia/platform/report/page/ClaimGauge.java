package dev.glia.platform.report.page;

import dev.glia.platform.store.ClaimResult;
import java.util.Locale;

/**
 * A claim as a line: where it passes, where the bar is, what was measured. Its numbers stand beside
 * it, so it's hidden from screen readers.
 */
final class ClaimGauge {
  private static final double WIDTH = 150;
  private static final double HEIGHT = 18;
  private static final double MARGIN = 7;

  private final double low;
  private final double high;

  private ClaimGauge(double low, double high) {
    this.low = low;
    this.high = high;
  }

  static void write(Html html, ClaimResult claim) {
    double measured = claim.measured();
    double bar = claim.bar();
    if (!(Math.abs(measured) < 1e100 && Math.abs(bar) < 1e100)) {
      return; // nothing to compare
    }
    double spread = claim.spread() > 0 && claim.spread() < 1e100 ? claim.spread() : 0;
    double low = Math.min(bar, measured - spread);
    double high = Math.max(bar, measured + spread);
    double room = high > low ? 0.3 * (high - low) : Math.max(0.1 * Math.abs(bar), 1e-12);
    // Shares of 1 are shown on the whole way from 0 to 1.
    boolean share = low >= 0 && high <= 1 && high > 0.05;
    new ClaimGauge(share ? 0 : low - room, share ? 1 : high + room)
        .write(html, claim.relation(), measured, spread, bar);
  }

  private void write(Html html, String relation, double measured, double spread, double bar) {
    html.open(
        "svg",
        "class",
        "gauge",
        "viewBox",
        "0 0 " + number(WIDTH) + " " + number(HEIGHT),
        "width",
        number(WIDTH),
        "height",
        number(HEIGHT),
        "aria-hidden",
        "true",
        "focusable",
        "false");
    box(html, "track", 0, WIDTH, 7, 4);
    if (relation.startsWith("≥") || relation.startsWith(">")) {
      box(html, "passes", at(bar), WIDTH - at(bar), 7, 4);
    } else if (relation.startsWith("≤") || relation.startsWith("<")) {
      box(html, "passes", 0, at(bar), 7, 4);
    }
    box(html, "bar", at(bar) - 1, 2, 2, 14);
    if (spread > 0) {
      double left = at(measured - spread);
      box(html, "spread", left, at(measured + spread) - left, 8, 2);
    }
    String x = number(at(measured));
    html.empty("circle", "class", "measured", "cx", x, "cy", "9", "r", "4.5");
    html.close();
  }

  private double at(double value) {
    return MARGIN + (WIDTH - 2 * MARGIN) * Math.clamp((value - low) / (high - low), 0, 1);
  }

  private static void box(Html html, String name, double x, double width, double y, double h) {
    html.empty(
        "rect",
        "class",
        name,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(Math.max(0, width)),
        "height",
        number(h));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
