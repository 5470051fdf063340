package dev.glia.platform.report.drawing;

import java.util.List;

/** Writes shapes as SVG elements. Colors stand as plain attributes, and as classes for themes. */
final class SvgWriter {
  private final String prefix;
  private final StringBuilder out = new StringBuilder();
  private int ids;

  /**
   * @param prefix of the ids that it gives, unique in the page
   */
  SvgWriter(String prefix) {
    this.prefix = prefix;
  }

  static String write(String prefix, List<Shape> shapes) {
    SvgWriter writer = new SvgWriter(prefix);
    shapes.forEach(writer::write);
    return writer.out.toString();
  }

  private void write(Shape shape) {
    switch (shape) {
      case Shape.Fill fill -> write(fill);
      case Shape.Stroke stroke -> write(stroke);
      case Shape.Dots dots -> write(dots);
      case Shape.Text text -> write(text);
      case Shape.Picture picture -> write(picture);
      case Shape.Stencil stencil -> write(stencil);
      case Shape.Clip clip -> write(clip);
    }
  }

  private void write(Shape.Fill fill) {
    if (!fill.outline().isEmpty()) {
      String look = attributes("f", "fill", fill.ink()) + opacity(fill.opacity());
      out.append("<path").append(look).append(path(fill.outline())).append("/>\n");
    }
  }

  private void write(Shape.Stroke stroke) {
    if (stroke.outline().isEmpty()) {
      return;
    }
    String dash =
        switch (stroke.dash()) {
          case NONE -> "";
          case SHORT -> " stroke-dasharray=\"2 3\"";
          case LONG -> " stroke-dasharray=\"7 4\"";
        };
    out.append("<path fill=\"none\" stroke-linejoin=\"round\"")
        .append(attributes("k", "stroke", stroke.ink()))
        .append(" stroke-width=\"" + number(stroke.width()) + "\"" + dash)
        .append(opacity(stroke.opacity()))
        .append(path(stroke.outline()))
        .append("/>\n");
  }

  private void write(Shape.Dots dots) {
    if (dots.centers().isEmpty()) {
      return;
    }
    // A line of no length with round caps is a disk.
    DotText d = new DotText();
    dots.centers().visit(d);
    out.append("<path fill=\"none\" stroke-linecap=\"" + (dots.square() ? "square" : "round"))
        .append("\"" + attributes("k", "stroke", dots.ink()))
        .append(" stroke-width=\"" + number(dots.size()) + "\"" + opacity(dots.opacity()))
        .append(" d=\"" + d.text + "\"/>\n");
  }

  private void write(Shape.Text text) {
    if (text.text().isBlank()) {
      return;
    }
    String at = " x=\"" + number(text.x()) + "\" y=\"" + number(text.y()) + "\"";
    out.append("<text").append(at);
    if (text.anchor() != Shape.Anchor.START) {
      out.append(
          " text-anchor=\"" + text.anchor().name().toLowerCase(java.util.Locale.ROOT) + "\"");
    }
    out.append(" font-size=\"" + number(text.size()) + "\"");
    if (text.bold()) {
      out.append(" font-weight=\"600\"");
    }
    if (text.turn() != 0) {
      out.append(
          " transform=\"rotate(%s %s %s)\""
              .formatted(number(text.turn()), number(text.x()), number(text.y())));
    }
    if (text.halo()) {
      out.append(" paint-order=\"stroke\" stroke-width=\"3\" stroke-linejoin=\"round\"");
      out.append(classes("f", text.ink(), "k", Theme.SURFACE));
      out.append(" stroke=\"" + Rgb.hex(Theme.SURFACE.light()) + "\"");
      out.append(" fill=\"" + Rgb.hex(text.ink().light()) + "\"");
    } else {
      out.append(attributes("f", "fill", text.ink()));
    }
    out.append(">").append(Xml.text(text.text())).append("</text>\n");
  }

  private void write(Shape.Picture picture) {
    image(
        box(picture.x(), picture.y(), picture.width(), picture.height()),
        picture.smooth(),
        PngFile.uri(PngFile.of(picture.pixels())));
  }

  private void write(Shape.Stencil s) {
    String id = nextId();
    String box = box(s.x(), s.y(), s.width(), s.height());
    out.append("<mask id=\"" + id + "\" maskUnits=\"userSpaceOnUse\"" + box + ">");
    image(box, s.smooth(), PngFile.uri(PngFile.of(s.amount())));
    out.append("</mask><rect" + box + attributes("f", "fill", s.ink()));
    out.append(" mask=\"url(#" + id + ")\"/>\n");
  }

  private void image(String box, boolean smooth, String uri) {
    out.append("<image" + box + " preserveAspectRatio=\"none\"");
    if (!smooth) {
      out.append(" image-rendering=\"pixelated\"");
    }
    out.append(" href=\"" + uri + "\"/>\n");
  }

  private void write(Shape.Clip clip) {
    String id = nextId();
    out.append("<clipPath id=\"" + id + "\"><path" + path(clip.outline()) + "/></clipPath>");
    out.append("<g clip-path=\"url(#" + id + ")\">\n");
    clip.shapes().forEach(this::write);
    out.append("</g>\n");
  }

  private String nextId() {
    return prefix + "-" + ++ids;
  }

  private static String box(double x, double y, double width, double height) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(x), number(y), number(width), number(height));
  }

  private static String attributes(String letter, String attribute, Ink ink) {
    return classes(letter, ink, "", ink) + " " + attribute + "=\"" + Rgb.hex(ink.light()) + "\"";
  }

  private static String classes(String letter, Ink ink, String otherLetter, Ink other) {
    String names = ink instanceof Ink.Role role ? letter + "-" + role.name() : "";
    if (!otherLetter.isEmpty() && other instanceof Ink.Role role) {
      names = (names + " " + otherLetter + "-" + role.name()).strip();
    }
    return names.isEmpty() ? "" : " class=\"" + names + "\"";
  }

  private static String opacity(double opacity) {
    return opacity == 1 ? "" : " opacity=\"" + number(opacity) + "\"";
  }

  private static String path(Outline outline) {
    PathText d = new PathText();
    outline.visit(d);
    return " d=\"" + d.text + "\"";
  }

  /** At most two decimals, never an exponent; far outside the page is far enough. */
  static String number(double value) {
    long hundredths = Math.round(Math.clamp(value, -1e6, 1e6) * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    String decimals = rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest;
    return sign + whole + "." + decimals;
  }

  private static class PathText implements Outline.Visitor {
    final StringBuilder text = new StringBuilder();

    @Override
    public void move(double x, double y) {
      text.append('M').append(number(x)).append(' ').append(number(y));
    }

    @Override
    public void line(double x, double y) {
      text.append('L').append(number(x)).append(' ').append(number(y));
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
      text.append('C').append(number(x1)).append(' ').append(number(y1)).append(' ');
      text.append(number(x2)).append(' ').append(number(y2)).append(' ');
      text.append(number(x)).append(' ').append(number(y));
    }

    @Override
    public void close() {
      text.append('Z');
    }
  }

  private static final class DotText extends PathText {
    @Override
    public void move(double x, double y) {
      super.move(x, y);
      text.append("h0");
    }
  }
}
