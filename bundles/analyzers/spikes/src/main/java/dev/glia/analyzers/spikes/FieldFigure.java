package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.units.Unit;
import java.util.Base64;

/** A grid of receptive fields with its color scale. */
final class FieldFigure {
  private static final double WIDEST = 600;
  private static final double HIGHEST = 600;
  private static final int TICKS = 6;

  private FieldFigure() {}

  static byte[] draw(Recording.Weights weights, FieldGrid grid, byte[] png, Unit unit) {
    Figure figure = new Figure();
    double factor = Math.min(WIDEST / grid.width(), HIGHEST / grid.height());
    double width = grid.width() * factor;
    double height = grid.height() * factor;
    double top = figure.room(24 + Math.max(height, 160) + 16) + 24;
    figure.text(Figure.LEFT, top - 8, "", "start", caption(weights, grid));
    image(figure, png, Figure.LEFT, top, width, height);
    scale(figure, grid.colors(), unit, Figure.LEFT + width + 28, top, Math.max(160, height));
    return figure.svg("Weights of " + weights.projection());
  }

  private static String caption(Recording.Weights weights, FieldGrid grid) {
    return grid.fields() == weights.targets()
        ? "a field for each of " + weights.targets() + " neurons"
        : "fields of the first " + grid.fields() + " of " + weights.targets() + " neurons";
  }

  private static void image(
      Figure figure, byte[] png, double x, double y, double width, double height) {
    figure.raw(
        """
        <image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" \
        style="image-rendering:pixelated" href="data:image/png;base64,%s"/>
        """
            .formatted(
                Figure.number(x),
                Figure.number(y),
                Figure.number(width),
                Figure.number(height),
                Base64.getEncoder().encodeToString(png)));
  }

  private static void scale(
      Figure figure, ColorMap colors, Unit unit, double x, double top, double height) {
    byte[] bar = new byte[ColorMap.GAP];
    for (int i = 0; i < bar.length; i++) {
      bar[i] = (byte) (ColorMap.GAP - 1 - i);
    }
    byte[] png = Png.encode(1, bar.length, bar, colors.palette(), ColorMap.GAP);
    image(figure, png, x, top, 14, height);
    Scale numbers = new Scale(colors.low() / unit.scale(), colors.high() / unit.scale());
    for (double tick : numbers.ticks(TICKS)) {
      double y = top + (1 - numbers.fraction(tick)) * height;
      figure.path("axis", "M%s %sh4".formatted(Figure.number(x + 14), Figure.number(y)));
      figure.text(x + 22, y + 4, "", "start", numbers.label(tick, TICKS));
    }
    String label = unit.symbol().equals("1") ? "weight" : "weight (" + unit + ")";
    figure.text(x, top - 8, "", "start", label);
  }
}
