package dev.glia.platform.report.plot;

import dev.glia.api.figure.Axis;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.plot.Ticks.Tick;
import java.util.List;

/** Draws axes. The vertical one's title stands upright above it, where it's read first. */
final class Axes {
  /** Font size of numbers and titles. */
  static final double FONT = 12;

  /** Height of the line above the plot that holds the vertical axis' title. */
  static final double TITLE_LINE = 28;

  /** Height below the plot for numbers and the horizontal axis' title. */
  static final double BELOW = 44;

  private Axes() {}

  /** {@code membrane potential (mV)}. */
  static String title(Axis axis) {
    return axis.unit().isBlank() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
  }

  /** Ticks that fit along a horizontal scale. */
  static List<Tick> horizontalTicks(Scale scale) {
    int wanted = (int) Math.clamp(scale.length() / 70, 2, 10);
    while (true) {
      List<Tick> ticks = Ticks.of(scale, wanted);
      if (wanted <= 2 || widest(ticks) + 14 <= scale.length() / Math.max(1, ticks.size())) {
        return ticks;
      }
      wanted--;
    }
  }

  /** Ticks that fit along a vertical scale. */
  static List<Tick> verticalTicks(Scale scale) {
    int wanted = (int) Math.clamp(scale.length() / 48, 2, 8);
    List<Tick> ticks = Ticks.of(scale, wanted);
    // Round numbers may be so far apart that one alone lies on the scale.
    for (int more = wanted + 1; ticks.size() < 3 && more <= 2 * wanted; more++) {
      ticks = Ticks.of(scale, more);
    }
    return ticks;
  }

  /** Room that labels of a vertical axis need at its left. */
  static double leftMargin(List<Tick> ticks) {
    return Math.max(28, widest(ticks) + 12);
  }

  static double widest(List<Tick> ticks) {
    return ticks.stream().mapToDouble(t -> TextWidth.of(t.label(), FONT)).max().orElse(0);
  }

  static void bottom(Drawing drawing, PlotArea area, Scale x, Axis axis) {
    double y = area.bottom();
    Outline marks = Outline.line(area.left(), y, area.right(), y);
    for (Tick tick : horizontalTicks(x)) {
      double at = x.at(tick.value());
      marks.move(at, y).line(at, y + 4);
      drawing.add(new Text(at, y + 17, tick.label(), Theme.MUTED, FONT, Anchor.MIDDLE));
    }
    drawing.add(new Stroke(marks, Theme.AXIS, 1));
    String title = TextWidth.fit(title(axis), FONT, area.width());
    double middle = (area.left() + area.right()) / 2;
    drawing.add(new Text(middle, y + 36, title, Theme.TEXT, FONT, Anchor.MIDDLE));
  }

  static void left(Drawing drawing, PlotArea area, Scale y, Axis axis) {
    Outline lines = new Outline();
    for (Tick tick : verticalTicks(y)) {
      double at = y.at(tick.value());
      lines.move(area.left(), at).line(area.right(), at);
      drawing.add(new Text(area.left() - 7, at + 4, tick.label(), Theme.MUTED, FONT, Anchor.END));
    }
    drawing.add(new Stroke(lines, Theme.GRID, 1));
    topTitle(drawing, axis);
  }

  /** Numbers and marks without lines across, for areas that are filled. */
  static void leftMarks(Drawing drawing, PlotArea area, Scale y, Axis axis) {
    Outline marks = Outline.line(area.left(), area.top(), area.left(), area.bottom());
    for (Tick tick : verticalTicks(y)) {
      double at = y.at(tick.value());
      marks.move(area.left() - 4, at).line(area.left(), at);
      drawing.add(new Text(area.left() - 7, at + 4, tick.label(), Theme.MUTED, FONT, Anchor.END));
    }
    drawing.add(new Stroke(marks, Theme.AXIS, 1));
    topTitle(drawing, axis);
  }

  private static void topTitle(Drawing drawing, Axis axis) {
    String title = TextWidth.fit(title(axis), FONT, drawing.width() - 130);
    drawing.add(new Text(2, 14, title, Theme.TEXT, FONT, Anchor.START));
  }
}
