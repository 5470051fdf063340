package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.Outline;

/**
 * Curves of very many points, with as many as can be seen: in each half pixel the first, lowest,
 * highest and last one. What's drawn looks the same.
 */
final class Thinning {
  private static final double COLUMN = 0.5;

  private Thinning() {}

  /** A curve over ascending x; other curves keep their points, but not two in one place. */
  static Outline curve(double[] x, double[] y, Scale xs, Scale ys) {
    int n = Math.min(x.length, y.length);
    return ascends(x, n) && n > 4 * xs.length() ? byColumn(x, y, n, xs, ys) : all(x, y, n, xs, ys);
  }

  private static Outline all(double[] x, double[] y, int n, Scale xs, Scale ys) {
    Outline outline = new Outline();
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (int i = 0; i < n; i++) {
      double px = xs.at(x[i]);
      double py = ys.at(y[i]);
      if (n > 1_000 && Math.hypot(px - lastX, py - lastY) < 0.4) {
        continue;
      }
      outline.line(px, py);
      lastX = px;
      lastY = py;
    }
    return outline;
  }

  private static Outline byColumn(double[] x, double[] y, int n, Scale xs, Scale ys) {
    Outline outline = new Outline();
    int i = 0;
    while (i < n) {
      double px = xs.at(x[i]);
      long column = (long) Math.floor(px / COLUMN);
      double first = ys.at(y[i]);
      double low = first;
      double high = first;
      double last = first;
      boolean gap = !Double.isFinite(first);
      i++;
      while (i < n && (long) Math.floor(xs.at(x[i]) / COLUMN) == column) {
        last = ys.at(y[i]);
        gap |= !Double.isFinite(last);
        low = Math.min(low, last);
        high = Math.max(high, last);
        i++;
      }
      if (gap) {
        outline.move(Double.NaN, Double.NaN);
      } else {
        outline.line(px, first);
        if (low < high) {
          outline.line(px, low).line(px, high).line(px, last);
        }
      }
    }
    return outline;
  }

  private static boolean ascends(double[] x, int n) {
    for (int i = 1; i < n; i++) {
      if (!(x[i] >= x[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
