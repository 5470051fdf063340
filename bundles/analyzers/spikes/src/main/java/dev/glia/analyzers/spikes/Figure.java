package dev.glia.analyzers.spikes;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Panels below each other, as an SVG document that suits light and dark surroundings. Styles are
 * plain classes, the same in all figures, so that several can stand in one page.
 */
final class Figure {
  static final int WIDTH = 860;
  static final int LEFT = 78;
  static final int RIGHT = 28;
  static final int COLORS = 6;
  private static final int TOP = 34;
  private static final int CAPTION = 24;
  private static final int GAP = 52;

  private static final String STYLE =
      """
      <style>
      .glia-figure text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#333}
      .glia-figure .paper{fill:#fff}
      .glia-figure .title{font-size:14px;font-weight:600}
      .glia-figure .note{fill:#777}
      .glia-figure .axis{stroke:#888;fill:none}
      .glia-figure .grid{stroke:#e6e6e6;fill:none}
      .glia-figure .mark{fill:none;stroke-width:1.2;stroke-linejoin:round}
      .glia-figure .c0{stroke:#0072b2}.glia-figure .c1{stroke:#d55e00}
      .glia-figure .c2{stroke:#009e73}.glia-figure .c3{stroke:#a6407b}
      .glia-figure .c4{stroke:#b8860b}.glia-figure .c5{stroke:#555}
      @media (prefers-color-scheme:dark){
      .glia-figure text{fill:#ddd}
      .glia-figure .paper{fill:#16181c}
      .glia-figure .note{fill:#999}
      .glia-figure .axis{stroke:#888}
      .glia-figure .grid{stroke:#2c3036}
      .glia-figure .c0{stroke:#56b4e9}.glia-figure .c1{stroke:#ff8c42}
      .glia-figure .c2{stroke:#2fd39a}.glia-figure .c3{stroke:#e08bc0}
      .glia-figure .c4{stroke:#f0c648}.glia-figure .c5{stroke:#bbb}
      }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private double bottom = TOP;

  /** Adds a panel below the last one. */
  Panel panel(String caption, double height, Scale x, Scale y) {
    double top = bottom + CAPTION;
    bottom = top + height + GAP;
    text(LEFT, top - 8, "", "start", caption);
    return new Panel(this, top, height, x, y);
  }

  void text(double x, double y, String style, String anchor, String text) {
    body.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), style, anchor, escaped(text)));
  }

  void path(String style, CharSequence commands) {
    body.append("<path class=\"").append(style).append("\" d=\"").append(commands).append("\"/>\n");
  }

  void raw(String element) {
    body.append(element);
  }

  /** Leaves room at the bottom and returns where it begins. */
  double room(double height) {
    double top = bottom;
    bottom += height;
    return top;
  }

  byte[] svg(String title) {
    String head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="glia-figure" viewBox="0 0 %1$d %2$d" \
        width="%1$d" height="%2$d" role="img" aria-label="%3$s">
        %4$s<rect class="paper" width="%1$d" height="%2$d"/>
        <text class="title" x="%5$d" y="24">%3$s</text>
        """
            .formatted(WIDTH, (int) Math.ceil(bottom), escaped(title), STYLE, LEFT);
    return (head + body + "</svg>\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A coordinate: a hundredth of a pixel is enough. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}]", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
