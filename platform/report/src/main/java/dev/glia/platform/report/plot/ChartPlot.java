package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Mark;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Shape;
import dev.glia.platform.report.plot.Extent.Range;
import java.util.Comparator;
import java.util.List;

/** Draws marks over two axes. */
final class ChartPlot {
  private static final double WIDTH = 560;
  private static final double PLOT_HEIGHT = 260;

  private final Chart chart;

  private ChartPlot(Chart chart) {
    this.chart = chart;
  }

  static Drawing of(Chart chart) {
    return new ChartPlot(chart).draw();
  }

  private Drawing draw() {
    SeriesColors colors = new SeriesColors(chart.marks());
    List<String> said = List.of(chart.x().label(), chart.y().label());
    Legend legend = new Legend(colors.legend(chart.marks(), said), WIDTH - 4);

    Scale y = yScale();
    double left = Axes.leftMargin(Axes.verticalTicks(y));
    Scale x = xScale();
    double right = WIDTH - Math.max(12, Axes.widest(Axes.horizontalTicks(x)) / 2 + 4);
    double top = Axes.TITLE_LINE + legend.height();
    PlotArea area = new PlotArea(left, top, right, top + PLOT_HEIGHT);
    y = y.between(area.bottom(), area.top());
    x = x.between(left, right);

    Drawing drawing = new Drawing(WIDTH, area.bottom() + Axes.BELOW);
    legend.draw(drawing, 2, Axes.TITLE_LINE - 2);
    Axes.left(drawing, area, y, chart.y());
    MarkPainter painter = new MarkPainter(area, x, y, colors);
    chart.marks().stream()
        .sorted(Comparator.comparingInt(ChartPlot::depth))
        .forEach(painter::paint);
    drawing.add(new Shape.Clip(area.outline(), painter.shapes()));
    Axes.bottom(drawing, area, x, chart.x());
    return drawing;
  }

  /** Moments first, then areas, then points and lines, then levels, each in the order given. */
  private static int depth(Mark mark) {
    return switch (mark) {
      case Mark.Moment _ -> -1;
      case Mark.Band _, Mark.Histogram _ -> 0;
      case Mark.Raster _, Mark.Scatter _, Mark.Line _ -> 1;
      case Mark.Level _ -> 2;
    };
  }

  private Scale xScale() {
    Extent extent = new Extent();
    boolean points = false;
    for (Mark mark : chart.marks()) {
      switch (mark) {
        case Mark.Line line -> extent.include(line.x());
        case Mark.Band band -> extent.include(band.x());
        case Mark.Scatter scatter -> {
          extent.include(scatter.x());
          points = true;
        }
        case Mark.Histogram histogram -> extent.include(histogram.edges());
        case Mark.Raster raster -> extent.include(raster.x());
        case Mark.Moment moment -> extent.include(moment.x());
        case Mark.Level _ -> {}
      }
    }
    boolean logarithmic = chart.x().logarithmic();
    Scale scale = Scale.of(extent.range(logarithmic), logarithmic, 0, WIDTH - 80);
    return points ? scale.padded(0.04) : scale.snapped(8);
  }

  private Scale yScale() {
    Extent extent = new Extent();
    boolean rows = false;
    for (Mark mark : chart.marks()) {
      switch (mark) {
        case Mark.Line line -> extent.include(line.y());
        case Mark.Band band -> extent.include(band.low()).include(band.high());
        case Mark.Scatter scatter -> extent.include(scatter.y());
        case Mark.Histogram histogram -> extent.include(0).include(histogram.counts());
        case Mark.Raster raster -> {
          for (int row : raster.rows()) {
            extent.include(row - 0.5).include(row + 0.5);
          }
          rows = true;
        }
        case Mark.Level level -> extent.include(level.y());
        case Mark.Moment _ -> {}
      }
    }
    boolean logarithmic = chart.y().logarithmic();
    Range range = extent.range(logarithmic);
    if (!logarithmic && range.low() > 0 && range.low() < 0.35 * range.high()) {
      range = new Range(0, range.high()); // near enough to 0 to show where 0 is
    }
    Scale scale = Scale.of(range, logarithmic, PLOT_HEIGHT, 0);
    return rows ? scale.snapped(5) : logarithmic ? scale.padded(0.04) : scale.nice(5);
  }
}
