package dev.glia.platform.report.plot;

import dev.glia.api.figure.Mark;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Dash;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the marks of a chart. Marks without a place on the scales are left out. */
final class MarkPainter {
  /** More marks than this become pixels. */
  static final int MOST_ELEMENTS = 10_000;

  private final PlotArea area;
  private final Scale x;
  private final Scale y;
  private final SeriesColors colors;
  private final double rowHeight;
  private final List<Shape> shapes = new ArrayList<>();
  private double firstName = Double.POSITIVE_INFINITY;
  private double lastName = Double.NEGATIVE_INFINITY;

  MarkPainter(PlotArea area, Scale x, Scale y, SeriesColors colors) {
    this.area = area;
    this.x = x;
    this.y = y;
    this.colors = colors;
    this.rowHeight = Math.abs(y.at(1) - y.at(0));
  }

  List<Shape> shapes() {
    return shapes;
  }

  void paint(Mark mark) {
    switch (mark) {
      case Mark.Line line ->
          shapes.add(
              new Stroke(
                  Thinning.curve(line.x(), line.y(), x, y),
                  colors.of(line),
                  2,
                  colors.dash(line),
                  1));
      case Mark.Band band -> band(band);
      case Mark.Scatter scatter -> new ScatterPainter(area, x, y, colors, shapes).paint(scatter);
      case Mark.Histogram histogram -> histogram(histogram);
      case Mark.Raster raster -> raster(raster);
      case Mark.Level level -> level(level);
      case Mark.Moment moment -> moment(moment);
    }
  }

  private void band(Mark.Band band) {
    int n = Math.min(band.x().length, Math.min(band.low().length, band.high().length));
    int[] order =
        IntStream.range(0, n)
            .filter(i -> Double.isFinite(x.at(band.x()[i])))
            .filter(i -> Double.isFinite(y.at(band.low()[i])))
            .filter(i -> Double.isFinite(y.at(band.high()[i])))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> band.x()[i]))
            .mapToInt(i -> i)
            .toArray();
    // No more points than half pixels; a spread is smooth enough for every k-th to do.
    int stride = Math.max(1, (int) (order.length / (2 * area.width())));
    Outline outline = new Outline();
    for (int k = 0; k < order.length; k += stride) {
      outline.line(x.at(band.x()[order[k]]), y.at(band.high()[order[k]]));
    }
    for (int k = (order.length - 1) / stride * stride; k >= 0 && order.length > 0; k -= stride) {
      outline.line(x.at(band.x()[order[k]]), y.at(band.low()[order[k]]));
    }
    shapes.add(new Fill(outline.close(), colors.of(band), 0.22));
  }

  private void histogram(Mark.Histogram histogram) {
    int n = Math.min(histogram.edges().length - 1, histogram.counts().length);
    double ground =
        y.logarithmic() ? area.bottom() : Math.clamp(y.at(0), area.top(), area.bottom());
    Outline bars = new Outline();
    double gap = n > 0 && area.width() / n > 6 ? 0.5 : 0;
    int i = 0;
    while (i < n) {
      double left = x.at(histogram.edges()[i]);
      double right = x.at(histogram.edges()[i + 1]);
      double top = y.at(histogram.counts()[i]);
      i++;
      // Bars thinner than a pixel are drawn as one, as high as their highest.
      while (i < n && Math.abs(right - left) < 1) {
        right = x.at(histogram.edges()[i + 1]);
        double other = y.at(histogram.counts()[i]);
        top = Double.isNaN(other) ? top : Double.isNaN(top) ? other : Math.min(top, other);
        i++;
      }
      if (Double.isFinite(left) && Double.isFinite(right) && Double.isFinite(top)) {
        bars.move(left + gap, ground).line(left + gap, top).line(right - gap, top);
        bars.line(right - gap, ground).close();
      }
    }
    shapes.add(new Fill(bars, colors.of(histogram), 0.7));
  }

  private void raster(Mark.Raster raster) {
    int n = Math.min(raster.x().length, raster.rows().length);
    double height = Math.clamp(rowHeight * 0.8, n > MOST_ELEMENTS ? 1 : 2.5, 14);
    if (n > MOST_ELEMENTS) {
      PixelLayer layer = new PixelLayer(area);
      for (int i = 0; i < n; i++) {
        layer.tick(x.at(raster.x()[i]), y.at(raster.rows()[i]) - height / 2, height);
      }
      shapes.add(layer.shape(colors.of(raster)));
      return;
    }
    Outline ticks = new Outline();
    for (int i = 0; i < n; i++) {
      double px = x.at(raster.x()[i]);
      double py = y.at(raster.rows()[i]);
      ticks.move(px, py - height / 2).line(px, py + height / 2);
    }
    shapes.add(new Stroke(ticks, colors.of(raster), n > 2_000 ? 1 : 1.5));
  }

  /** Its name stands where no other moment's does. */
  private void moment(Mark.Moment moment) {
    double at = x.at(moment.x());
    if (!Double.isFinite(at)) {
      return;
    }
    Outline line = Outline.line(at, area.top(), at, area.bottom());
    shapes.add(new Stroke(line, Theme.TEXT, 1, Dash.LONG, 0.55));
    double width = TextWidth.of(moment.name(), 10);
    boolean right = at + width + 4 < area.right();
    double from = right ? at + 3 : at - 3 - width;
    if (from > lastName || from + width < firstName) {
      firstName = from;
      lastName = from + width;
      Anchor anchor = right ? Anchor.START : Anchor.END;
      double beside = right ? at + 3 : at - 3;
      shapes.add(
          new Text(beside, area.top() + 10, moment.name(), Theme.TEXT, 10, anchor).outlined());
    }
  }

  private void level(Mark.Level level) {
    double at = y.at(level.y());
    if (!Double.isFinite(at)) {
      return;
    }
    Ink ink = Theme.TEXT;
    Outline line = Outline.line(area.left(), at, area.right(), at);
    shapes.add(new Stroke(line, ink, 1.2, Dash.LONG, 0.75));
    String name = TextWidth.fit(level.name(), 11, area.width() - 8);
    double above = at - area.top() > 16 ? at - 5 : at + 14;
    shapes.add(new Text(area.right() - 3, above, name, ink, 11, Anchor.END).outlined());
  }
}
