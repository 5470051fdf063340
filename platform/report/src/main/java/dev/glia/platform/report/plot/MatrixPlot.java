package dev.glia.platform.report.plot;

import dev.glia.api.figure.Content.Matrix;
import dev.glia.platform.report.drawing.Drawing;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Outline;
import dev.glia.platform.report.drawing.Rgb;
import dev.glia.platform.report.drawing.Shape.Anchor;
import dev.glia.platform.report.drawing.Shape.Fill;
import dev.glia.platform.report.drawing.Shape.Picture;
import dev.glia.platform.report.drawing.Shape.Text;
import dev.glia.platform.report.drawing.TextWidth;
import dev.glia.platform.report.drawing.Theme;
import java.util.List;

/** Draws a table of colors with names at its rows and columns, and numbers where they fit. */
final class MatrixPlot {
  private static final double FONT = 12;
  private static final double NUMBER_FONT = 11;
  private static final double MOST_WIDTH = 400;
  private static final double MOST_HEIGHT = 360;
  private static final double MOST_CELL = 34;
  private static final double MOST_NAME = 130;
  private static final int MOST_NUMBERS = 400;

  private final Matrix matrix;
  private final int rows;
  private final int columns;
  private final double cellWidth;
  private final double cellHeight;
  private final ColorBar bar;

  private MatrixPlot(Matrix matrix) {
    this.matrix = matrix;
    this.rows = Math.max(1, matrix.rows().size());
    this.columns = Math.max(1, matrix.columns().size());
    double width = Math.min(MOST_CELL, MOST_WIDTH / columns);
    double height = Math.min(MOST_CELL, MOST_HEIGHT / rows);
    boolean square = Math.max(width, height) < 2.5 * Math.min(width, height);
    this.cellWidth = square ? Math.min(width, height) : width;
    this.cellHeight = square ? Math.min(width, height) : height;
    this.bar = new ColorBar(matrix.color(), matrix.values());
  }

  static Drawing of(Matrix matrix) {
    return new MatrixPlot(matrix).draw();
  }

  private Drawing draw() {
    double left = Math.clamp(longest(matrix.rows()) + 12, 24, MOST_NAME + 12);
    double columnNames = Math.min(longest(matrix.columns()), MOST_NAME);
    boolean turned = columnNames > cellWidth - 4;
    double top = Axes.TITLE_LINE + 6;
    double height = cellHeight * rows;
    PlotArea area = new PlotArea(left, top, left + cellWidth * columns, top + height);
    double below = (turned ? columnNames + 12 : 20) + 24;
    double width = Math.max(area.right() + ColorBar.ROOM, 260);
    Drawing drawing = new Drawing(width, Math.max(area.bottom(), top + 90) + below);

    drawing.add(new Fill(Outline.box(left, top, area.width(), height), Theme.PANEL));
    drawing.add(
        new Picture(
            left,
            top,
            area.width(),
            height,
            FieldPixels.of(rows, columns, matrix.values(), bar.colors(), false),
            false));
    numbers(drawing, area);
    names(drawing, area, turned);
    drawing.add(new Text(2, 14, matrix.rowTitle(), Theme.TEXT, FONT, Anchor.START));
    double middle = (area.left() + area.right()) / 2;
    drawing.add(
        new Text(
            middle,
            area.bottom() + below - 8,
            matrix.columnTitle(),
            Theme.TEXT,
            FONT,
            Anchor.MIDDLE));
    bar.draw(drawing, area.right() + 16, top, Math.max(90, Math.min(height, 240)));
    return drawing;
  }

  private static double longest(List<String> names) {
    return names.stream().mapToDouble(n -> TextWidth.of(n, FONT)).max().orElse(0);
  }

  private void names(Drawing drawing, PlotArea area, boolean turned) {
    int stride = (int) Math.ceil(13 / cellHeight);
    for (int r = 0; r < matrix.rows().size(); r += stride) {
      double y = area.top() + (r + 0.5) * cellHeight + 4;
      String name = TextWidth.fit(matrix.rows().get(r), FONT, MOST_NAME);
      drawing.add(new Text(area.left() - 7, y, name, Theme.TEXT, FONT, Anchor.END));
    }
    stride = turned ? (int) Math.ceil(14 / cellWidth) : 1;
    for (int c = 0; c < matrix.columns().size(); c += stride) {
      double x = area.left() + (c + 0.5) * cellWidth;
      String name = TextWidth.fit(matrix.columns().get(c), FONT, MOST_NAME);
      drawing.add(
          turned
              ? new Text(x + 4, area.bottom() + 8, name, Theme.TEXT, FONT, Anchor.END).turned(-90)
              : new Text(x, area.bottom() + 16, name, Theme.TEXT, FONT, Anchor.MIDDLE));
    }
  }

  private void numbers(Drawing drawing, PlotArea area) {
    if (rows * columns > MOST_NUMBERS || cellHeight < 14) {
      return;
    }
    int count = Math.min(matrix.values().length, rows * columns);
    for (int i = 0; i < count; i++) {
      double value = matrix.values()[i];
      if (TextWidth.of(NumberText.of(value, 3), NUMBER_FONT) > cellWidth + 2) {
        return; // all of them or none
      }
    }
    for (int i = 0; i < count; i++) {
      double value = matrix.values()[i];
      if (bar.colors().shows(value)) {
        double x = area.left() + (i % columns + 0.5) * cellWidth;
        double y = area.top() + (i / columns + 0.5) * cellHeight + 4;
        Ink ink = Rgb.readableOn(bar.colors().color(value));
        drawing.add(new Text(x, y, NumberText.of(value, 3), ink, NUMBER_FONT, Anchor.MIDDLE));
      }
    }
  }
}
