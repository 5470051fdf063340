package dev.glia.platform.report.plot;

import dev.glia.platform.report.drawing.GrayMap;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Shape;

/**
 * Where marks are too many to be elements of their own: pixels at twice the resolution of the page,
 * darker where marks pile up.
 */
final class PixelLayer {
  private static final int DENSITY = 2;
  private static final int FIRST = 180;
  private static final int FURTHER = 45;

  private final PlotArea area;
  private final GrayMap pixels;

  PixelLayer(PlotArea area) {
    this.area = area;
    this.pixels =
        GrayMap.blank(
            Math.max(1, (int) Math.ceil(area.width() * DENSITY)),
            Math.max(1, (int) Math.ceil(area.height() * DENSITY)));
  }

  /** A dot of about one and a half units; nothing for a place that's not finite. */
  void dot(double x, double y) {
    if (Double.isFinite(x) && Double.isFinite(y)) {
      int px = (int) Math.floor((x - area.left()) * DENSITY);
      int py = (int) Math.floor((y - area.top()) * DENSITY);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          darken(px + dx, py + dy, dx * dy == 0 ? 1 : 0.4);
        }
      }
    }
  }

  /** An upright tick. */
  void tick(double x, double top, double height) {
    if (Double.isFinite(x) && Double.isFinite(top)) {
      int px = (int) Math.floor((x - area.left()) * DENSITY);
      int from = (int) Math.round((top - area.top()) * DENSITY);
      int to = Math.max(from + 1, (int) Math.round((top + height - area.top()) * DENSITY));
      for (int py = from; py < to; py++) {
        darken(px, py, 1.4);
      }
    }
  }

  private void darken(int x, int y, double share) {
    if (x >= 0 && y >= 0 && x < pixels.width() && y < pixels.height()) {
      int old = pixels.amount()[y * pixels.width() + x] & 255;
      double more = (old == 0 ? FIRST : FURTHER) * share;
      pixels.set(x, y, (int) Math.min(255, old + more));
    }
  }

  Shape shape(Ink ink) {
    return new Shape.Stencil(
        area.left(), area.top(), area.width(), area.height(), pixels, ink, true);
  }
}
