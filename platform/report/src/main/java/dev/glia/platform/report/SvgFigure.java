package dev.glia.platform.report;

import dev.glia.api.figure.Figure;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Svg;
import dev.glia.platform.report.plot.FigureDescription;
import dev.glia.platform.report.plot.FigureDrawing;

/**
 * Draws figures as SVG: few elements however much data (many marks become embedded pixels), colors
 * that follow a light or dark page, and words for those who don't see it.
 *
 * <p>Numbers that have no place, as NaN or a negative one on a logarithmic axis, are left out.
 */
public final class SvgFigure {
  private SvgFigure() {}

  /** A complete SVG file. */
  public static String file(Figure figure) {
    return Svg.file(id(figure), figure.title(), description(figure), draw(figure));
  }

  /** An element for a page that has the style rules of figures, as reports do. */
  static String inline(Figure figure) {
    return Svg.inline(id(figure), figure.title(), description(figure), draw(figure));
  }

  private static Drawing draw(Figure figure) {
    return FigureDrawing.of(figure.content());
  }

  private static String id(Figure figure) {
    return "figure-" + figure.id();
  }

  private static String description(Figure figure) {
    return (figure.caption() + " " + FigureDescription.of(figure.content())).strip();
  }
}
