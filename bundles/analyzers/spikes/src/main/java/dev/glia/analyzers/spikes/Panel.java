package dev.glia.analyzers.spikes;

/** A pair of axes with something drawn between them. */
final class Panel {
  private static final int X_TICKS = 8;
  private static final int PIXELS_A_TICK = 20;

  private final Figure figure;
  private final double top;
  private final double height;
  private final Scale x;
  private final Scale y;

  Panel(Figure figure, double top, double height, Scale x, Scale y) {
    this.figure = figure;
    this.top = top;
    this.height = height;
    this.x = x;
    this.y = y;
  }

  double x(double value) {
    return Figure.LEFT + x.fraction(value) * width();
  }

  double y(double value) {
    return top + (1 - y.fraction(value)) * height;
  }

  double width() {
    return Figure.WIDTH - Figure.LEFT - Figure.RIGHT;
  }

  double height() {
    return height;
  }

  /** Marks with a color of the palette. */
  void marks(CharSequence commands, int color) {
    figure.path("mark c" + color % Figure.COLORS, commands);
  }

  /** A line through points; it's broken where a value isn't finite. */
  void line(double[] places, double[] values, int color) {
    StringBuilder commands = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < places.length; i++) {
      if (Double.isFinite(values[i])) {
        commands
            .append(drawing ? 'L' : 'M')
            .append(Figure.number(x(places[i])))
            .append(' ')
            .append(Figure.number(y(values[i])));
      }
      drawing = Double.isFinite(values[i]);
    }
    marks(commands, color);
  }

  void xAxis(String label) {
    double bottom = top + height;
    figure.path(
        "axis",
        "M%s %sh%s"
            .formatted(Figure.number(Figure.LEFT), Figure.number(bottom), Figure.number(width())));
    for (double tick : x.ticks(X_TICKS)) {
      String place = Figure.number(x(tick));
      figure.path("axis", "M%s %sv4".formatted(place, Figure.number(bottom)));
      figure.text(x(tick), bottom + 17, "", "middle", x.label(tick, X_TICKS));
    }
    figure.text(Figure.LEFT + width() / 2, bottom + 34, "", "middle", label);
  }

  void yAxis(String label) {
    int most = (int) Math.max(2, height / PIXELS_A_TICK);
    figure.path(
        "axis",
        "M%s %sv%s"
            .formatted(Figure.number(Figure.LEFT), Figure.number(top), Figure.number(height)));
    for (double tick : y.ticks(most)) {
      String place = Figure.number(y(tick));
      figure.path(
          "grid", "M%s %sh%s".formatted(Figure.LEFT + 1, place, Figure.number(width() - 1)));
      figure.path("axis", "M%s %sh-4".formatted(Figure.LEFT, place));
      figure.text(Figure.LEFT - 8, y(tick) + 4, "", "end", y.label(tick, most));
    }
    double middle = top + height / 2;
    figure.raw("<g transform=\"translate(16 %s) rotate(-90)\">".formatted(Figure.number(middle)));
    figure.text(0, 0, "", "middle", label);
    figure.raw("</g>\n");
  }
}
