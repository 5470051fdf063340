package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.HeatMap;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Picture;
import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.plot.Extent.Range;

/** Draws a field of colors over two axes. */
final class HeatMapPlot {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 260;

  private HeatMapPlot() {}

  static Drawing of(HeatMap map) {
    Scale y = scale(map.from(), map.to(), 1, map.y().logarithmic(), HEIGHT, 0);
    Scale x = scale(map.from(), map.to(), 0, map.x().logarithmic(), 0, WIDTH);
    double left = Axes.leftMargin(Axes.verticalTicks(y));
    double top = Axes.TITLE_LINE;
    PlotArea area = new PlotArea(left, top, WIDTH - ColorBar.ROOM, top + HEIGHT);
    Drawing drawing = new Drawing(WIDTH, area.bottom() + Axes.BELOW);
    ColorBar bar = new ColorBar(map.color(), map.values());
    drawing.add(
        new Fill(Outline.box(area.left(), area.top(), area.width(), area.height()), Theme.PANEL));
    if (map.rows() > 0 && map.columns() > 0) {
      drawing.add(
          new Picture(
              area.left(),
              area.top(),
              area.width(),
              area.height(),
              FieldPixels.of(map.rows(), map.columns(), map.values(), bar.colors(), true),
              false));
    }
    bar.draw(drawing, area.right() + 16, area.top(), area.height());
    Axes.leftMarks(drawing, area, y.between(area.bottom(), area.top()), map.y());
    Axes.bottom(drawing, area, x.between(area.left(), area.right()), map.x());
    return drawing;
  }

  private static Scale scale(
      double[] from, double[] to, int axis, boolean logarithmic, double start, double end) {
    Extent extent = new Extent();
    if (axis < from.length && axis < to.length) {
      extent.include(from[axis]).include(to[axis]);
    }
    Range range = extent.range(logarithmic);
    return Scale.of(range, logarithmic, start, end);
  }
}
