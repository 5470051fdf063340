package dev.glia.platform.report.plot;

import dev.glia.api.figure.Axis;
import dev.glia.platform.report.drawing.Bitmap;
import dev.glia.platform.report.drawing.ColorScale;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Picture;
import dev.glia.platform.report.drawing.Shape.Stroke;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.plot.Extent.Range;
import dev.glia.platform.report.plot.Ticks.Tick;

/** What the colors of a field mean, at its right. */
final class ColorBar {
  /** Room at the right of a field. */
  static final double ROOM = 84;

  private static final int STEPS = 128;
  private static final double THICKNESS = 12;

  private final Axis axis;
  private final ColorScale colors;

  ColorBar(Axis axis, double[] values) {
    this.axis = axis;
    Range range = new Extent().include(values).range(axis.logarithmic());
    this.colors = ColorScale.over(range.low(), range.high(), axis.logarithmic());
  }

  ColorScale colors() {
    return colors;
  }

  /** Draws it from a corner down. */
  void draw(Drawing drawing, double left, double top, double height) {
    Scale scale = new Scale(colors.low(), colors.high(), colors.logarithmic(), top + height, top);
    Bitmap pixels = Bitmap.blank(1, STEPS);
    for (int i = 0; i < STEPS; i++) {
      double share = (STEPS - 0.5 - i) / STEPS;
      pixels.set(0, i, colors.color(value(share)));
    }
    drawing.add(new Picture(left, top, THICKNESS, height, pixels, false));
    Outline marks = new Outline();
    for (Tick tick : Axes.verticalTicks(scale)) {
      double at = scale.at(tick.value());
      marks.move(left + THICKNESS, at).line(left + THICKNESS + 4, at);
      drawing.add(
          new Text(
              left + THICKNESS + 7, at + 4, tick.label(), Theme.MUTED, Axes.FONT, Anchor.START));
    }
    drawing.add(new Stroke(marks, Theme.AXIS, 1));
    String title = TextWidth.fit(Axes.title(axis), Axes.FONT, drawing.width() / 2);
    drawing.add(new Text(drawing.width() - 4, top - 12, title, Theme.TEXT, Axes.FONT, Anchor.END));
  }

  private double value(double share) {
    if (colors.logarithmic()) {
      double low = Math.log10(colors.low());
      return Math.pow(10, low + share * (Math.log10(colors.high()) - low));
    }
    return colors.low() * (1 - share) + colors.high() * share;
  }
}
