package dev.glia.platform.report.drawing;

/** Drawings as SVG elements. */
public final class Svg {
  private static final String FONT =
      "font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif\"";

  /** A drawing wider than this is hard to read when it's squeezed onto a phone. */
  private static final double NARROW = 430;

  private Svg() {}

  /**
   * An {@code svg} element to put into HTML, where {@link Theme#css()} gives it its colors.
   *
   * @param id of the element, unique in the page
   * @param title what it is, for those who don't see it
   * @param description what's to be seen in it
   */
  public static String inline(String id, String title, String description, Drawing drawing) {
    return element(id, "", title, description, "", drawing);
  }

  /** A file of its own, light or dark as its reader's system is. */
  public static String file(String id, String title, String description, Drawing drawing) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + element(
            id,
            " xmlns=\"http://www.w3.org/2000/svg\"",
            title,
            description,
            "<style>\n" + Theme.css() + "</style>\n" + background(drawing),
            drawing);
  }

  private static String background(Drawing drawing) {
    return SvgWriter.write(
        "background",
        java.util.List.of(
            new Shape.Fill(Outline.box(0, 0, drawing.width(), drawing.height()), Theme.SURFACE)));
  }

  private static String element(
      String id, String space, String title, String about, String head, Drawing drawing) {
    String width = SvgWriter.number(drawing.width());
    String height = SvgWriter.number(drawing.height());
    String name = Xml.text(id);
    return """
    <svg id="%1$s"%2$s%10$s role="img" aria-labelledby="%1$s-title %1$s-desc" \
    viewBox="0 0 %3$s %4$s" width="%3$s" height="%4$s" %5$s>
    <title id="%1$s-title">%6$s</title>
    <desc id="%1$s-desc">%7$s</desc>
    %8$s%9$s</svg>
    """
        .formatted(
            name,
            space,
            width,
            height,
            FONT,
            Xml.text(title),
            Xml.text(about),
            head,
            SvgWriter.write(name, drawing.shapes()),
            drawing.width() > NARROW ? " class=\"large\"" : "");
  }
}
