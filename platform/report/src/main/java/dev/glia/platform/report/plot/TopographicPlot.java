package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.TopographicMap;
import dev.glia.platform.report.drawing.Bitmap;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Clip;
import dev.glia.platform.report.drawing.Shape.Dots;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Picture;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.Theme;
import java.util.List;

/** Draws values on a head seen from above, colored between its sensors. */
final class TopographicPlot {
  private static final double RADIUS = 125;
  private static final double CENTER_X = 160;
  private static final double CENTER_Y = 178;
  private static final double HEIGHT = 326;
  private static final int PIXELS = 160;
  private static final int MOST_NAMES = 36;
  private static final double MOST_REACH = 1.15;

  private TopographicPlot() {}

  static Drawing of(TopographicMap map) {
    int n = Math.min(map.values().length, Math.min(map.x().length, map.y().length));
    double reach = 1;
    for (int i = 0; i < n; i++) {
      double r = Math.hypot(map.x()[i], map.y()[i]);
      reach = r > reach ? Math.min(MOST_REACH, r + 0.02) : reach;
    }
    Drawing drawing = new Drawing(2 * CENTER_X + ColorBar.ROOM, HEIGHT);
    ColorBar bar = new ColorBar(map.color(), map.values());
    head(drawing);
    Outline disk = Outline.circle(CENTER_X, CENTER_Y, RADIUS * reach);
    drawing.add(new Fill(disk, Theme.PANEL));
    ScalpField field = new ScalpField(map.x(), map.y(), map.values());
    if (!field.isEmpty()) {
      double r = RADIUS * reach;
      Picture picture =
          new Picture(CENTER_X - r, CENTER_Y - r, 2 * r, 2 * r, pixels(field, reach, bar), true);
      drawing.add(new Clip(disk, List.of(picture)));
    }
    drawing.add(new Stroke(Outline.circle(CENTER_X, CENTER_Y, RADIUS), Theme.TEXT, 1.6));
    sensors(drawing, map, n);
    bar.draw(drawing, 2 * CENTER_X + 8, CENTER_Y - 90, 180);
    return drawing;
  }

  private static Bitmap pixels(ScalpField field, double reach, ColorBar bar) {
    Bitmap pixels = Bitmap.blank(PIXELS, PIXELS);
    for (int py = 0; py < PIXELS; py++) {
      for (int px = 0; px < PIXELS; px++) {
        double x = reach * (2 * (px + 0.5) / PIXELS - 1);
        double y = reach * (1 - 2 * (py + 0.5) / PIXELS);
        double value = field.at(x, y);
        if (bar.colors().shows(value)) {
          pixels.set(px, py, bar.colors().color(value));
        }
      }
    }
    return pixels;
  }

  /** Nose and ears. */
  private static void head(Drawing drawing) {
    Outline outline = new Outline();
    double top = CENTER_Y - RADIUS;
    outline.move(CENTER_X - 14, top + 1).line(CENTER_X, top - 16).line(CENTER_X + 14, top + 1);
    for (int side = -1; side <= 1; side += 2) {
      double x = CENTER_X + side * (RADIUS - 1);
      double out = x + side * 13;
      outline.move(x, CENTER_Y - 26);
      outline.curve(out, CENTER_Y - 34, out, CENTER_Y - 8, x + side * 8, CENTER_Y);
      outline.curve(out, CENTER_Y + 8, out, CENTER_Y + 34, x, CENTER_Y + 26);
    }
    drawing.add(new Stroke(outline, Theme.TEXT, 1.6));
  }

  private static void sensors(Drawing drawing, TopographicMap map, int n) {
    Outline centers = new Outline();
    boolean named = n <= MOST_NAMES;
    for (int i = 0; i < n; i++) {
      double r = Math.hypot(map.x()[i], map.y()[i]);
      if (!(r <= MOST_REACH)) {
        continue; // off the page
      }
      double x = CENTER_X + RADIUS * map.x()[i];
      double y = CENTER_Y - RADIUS * map.y()[i];
      centers.move(x, y);
      if (named && i < map.sensors().size()) {
        drawing.add(
            new Text(x, y - 6, map.sensors().get(i), Theme.TEXT, 10, Anchor.MIDDLE).outlined());
      }
    }
    drawing.add(new Dots(centers, Theme.SURFACE, 7, false, 1));
    drawing.add(new Dots(centers, Theme.TEXT, 4.5, false, 1));
  }
}
