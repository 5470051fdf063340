package dev.glia.platform.report.page;

import dev.glia.api.figure.Figure;
import java.util.List;
import java.util.function.Function;

/** Figures with their captions. */
public final class FiguresPart {
  private FiguresPart() {}

  /**
   * Writes figures side by side where there's room.
   *
   * @param svg draws one
   */
  public static void write(Html html, List<Figure> figures, Function<Figure, String> svg) {
    html.open("div", "class", "figures-grid");
    int number = 0;
    for (Figure figure : figures) {
      html.open("figure", "aria-labelledby", "caption-" + figure.id());
      html.open(
          "div",
          "class",
          "scroll drawing",
          "role",
          "group",
          "aria-label",
          "Drawing: " + figure.title(),
          "tabindex",
          "0");
      html.trusted(svg.apply(figure)).close();
      html.open("figcaption", "id", "caption-" + figure.id());
      html.leaf("strong", "Figure " + ++number + ". " + figure.title());
      html.leaf("span", figure.caption()).close();
      html.closeLine();
    }
    html.closeLine();
  }
}
