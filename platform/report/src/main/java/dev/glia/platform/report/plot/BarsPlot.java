package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.plot.Ticks.Tick;
import java.util.ArrayList;
import java.util.List;

/** Draws bars from left to right, a row a category, so that names can be long. */
final class BarsPlot {
  private static final double WIDTH = 560;
  private static final double MOST_HEIGHT = 1_200;
  private static final double FONT = 12;

  private final Bars bars;
  private final int categories;
  private final Legend legend;
  private final double rowHeight;

  private BarsPlot(Bars bars) {
    this.bars = bars;
    this.categories = Math.max(1, bars.categories().size());
    this.legend = new Legend(entries(), WIDTH - 4);
    double wanted = 14 + 16.0 * Math.max(1, bars.series().size());
    this.rowHeight = Math.min(Math.max(30, wanted), MOST_HEIGHT / categories);
  }

  static Drawing of(Bars bars) {
    return new BarsPlot(bars).draw();
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int s = 0; s < bars.series().size(); s++) {
      String name = bars.series().get(s).name();
      entries.add(new Legend.Entry(name, Theme.series(s), Legend.Sample.BOX));
    }
    boolean redundant =
        entries.size() == 1
            && (entries.get(0).name().isBlank()
                || entries.get(0).name().equalsIgnoreCase(bars.value().label()));
    return redundant ? List.of() : entries;
  }

  private Drawing draw() {
    double longest =
        bars.categories().stream().mapToDouble(c -> TextWidth.of(c, FONT)).max().orElse(0);
    double left = Math.clamp(longest + 12, 40, 190);
    double top = legend.height() + 6;
    PlotArea area = new PlotArea(left, top, WIDTH - 44, top + rowHeight * categories);
    Scale scale = scale().between(area.left(), area.right());

    Drawing drawing = new Drawing(WIDTH, area.bottom() + Axes.BELOW);
    legend.draw(drawing, 2, 0);
    Outline grid = new Outline();
    for (Tick tick : Axes.horizontalTicks(scale)) {
      grid.move(scale.at(tick.value()), area.top()).line(scale.at(tick.value()), area.bottom());
    }
    drawing.add(new Stroke(grid, Theme.GRID, 1));
    names(drawing, area);
    for (int s = 0; s < bars.series().size(); s++) {
      series(drawing, area, scale, s);
    }
    Axes.bottom(drawing, area, scale, bars.value());
    double zero = ground(scale);
    drawing.add(new Stroke(Outline.line(zero, area.top(), zero, area.bottom()), Theme.AXIS, 1));
    return drawing;
  }

  private Scale scale() {
    Extent extent = new Extent();
    if (!bars.value().logarithmic()) {
      extent.include(0);
    }
    for (BarSeries series : bars.series()) {
      for (int c = 0; c < series.values().length; c++) {
        double value = series.values()[c];
        double error = error(series, c);
        extent.include(value).include(value - error).include(value + error);
      }
    }
    boolean logarithmic = bars.value().logarithmic();
    Scale scale = Scale.of(extent.range(logarithmic), logarithmic, 0, 1);
    return logarithmic ? scale.padded(0.15) : scale.nice(5);
  }

  private static double error(BarSeries series, int category) {
    double error = category < series.errors().length ? series.errors()[category] : 0;
    return error > 0 && Double.isFinite(error) ? error : 0;
  }

  /** Where bars start: 0, or the end of the scale. */
  private static double ground(Scale scale) {
    return scale.logarithmic() ? scale.from() : scale.at(Math.clamp(0, scale.low(), scale.high()));
  }

  private void names(Drawing drawing, PlotArea area) {
    int stride = (int) Math.ceil(13 / rowHeight);
    for (int c = 0; c < bars.categories().size(); c += stride) {
      double y = area.top() + (c + 0.5) * rowHeight + 4;
      String name = TextWidth.fit(bars.categories().get(c), FONT, area.left() - 10);
      drawing.add(new Text(area.left() - 8, y, name, Theme.TEXT, FONT, Anchor.END));
    }
  }

  private void series(Drawing drawing, PlotArea area, Scale scale, int s) {
    BarSeries series = bars.series().get(s);
    double thickness = (rowHeight - Math.min(14, rowHeight * 0.3)) / bars.series().size();
    Outline boxes = new Outline();
    Outline errors = new Outline();
    List<Text> numbers = new ArrayList<>();
    for (int c = 0; c < Math.min(categories, series.values().length); c++) {
      double value = series.values()[c];
      double end = scale.at(value);
      if (!Double.isFinite(end)) {
        continue;
      }
      double middle =
          area.top() + (c + 0.5) * rowHeight + (s - (bars.series().size() - 1) / 2.0) * thickness;
      double half = Math.max(0.3, thickness / 2 - (thickness > 5 ? 1 : 0));
      double ground = ground(scale);
      boxes.move(ground, middle - half).line(end, middle - half);
      boxes.line(end, middle + half).line(ground, middle + half).close();
      double error = error(series, c);
      if (error > 0) {
        double from = errorEnd(scale, value - error);
        double to = errorEnd(scale, value + error);
        double cap = Math.min(4, half);
        errors.move(from, middle).line(to, middle);
        errors.move(from, middle - cap).line(from, middle + cap);
        errors.move(to, middle - cap).line(to, middle + cap);
      }
      if (thickness >= 11) {
        double right = Math.max(errorEnd(scale, value + error), ground) + 5;
        numbers.add(
            new Text(right, middle + 4, number(value, scale), Theme.MUTED, 11, Anchor.START));
      }
    }
    drawing.add(new Fill(boxes, Theme.series(s), 0.85));
    drawing.add(new Stroke(errors, Theme.TEXT, 1.3));
    drawing.addAll(numbers);
  }

  /** As many decimals for all bars, so that they can be compared. */
  private static String number(double value, Scale scale) {
    double size = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
    int decimals = 2 - (int) Math.floor(Math.log10(size));
    return scale.logarithmic() || decimals < -3 || decimals > 6
        ? NumberText.of(value, 3)
        : NumberText.decimals(value, Math.max(0, decimals));
  }

  private static double errorEnd(Scale scale, double value) {
    double at = scale.at(value);
    return Double.isNaN(at) ? scale.from() : Math.clamp(at, scale.from(), scale.to());
  }
}
