package dev.glia.platform.report;

import dev.glia.api.component.Fault;
import dev.glia.api.figure.Figure;
import dev.glia.platform.report.drawing.PixelPainter;
import dev.glia.platform.report.drawing.PngFile;
import dev.glia.platform.report.plot.FigureDrawing;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Draws figures as PNG, the same drawing as {@link SvgFigure}'s. Needs no screen, but a font. */
public final class FigurePng {
  private FigurePng() {}

  /**
   * The bytes of a PNG file.
   *
   * @param scale pixels a unit of the drawing, which is 1/96 inch: 2 for screens, 3 for paper
   * @throws Fault if this machine has no font
   */
  public static byte[] of(Figure figure, double scale, boolean dark) {
    if (!(scale >= 0.1 && scale <= 16)) {
      throw new IllegalArgumentException("scale " + scale + ", expected 0.1 to 16");
    }
    requireFont();
    return PngFile.of(PixelPainter.paint(FigureDrawing.of(figure.content()), scale, dark));
  }

  /** Drawing text fails deep inside the JDK where the system has no font: says so instead. */
  private static void requireFont() {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 12)
          .getStringBounds("0", new FontRenderContext(null, true, true));
    } catch (InternalError | LinkageError | RuntimeException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          "no font on this machine, so figures can't be drawn as PNG. Install one (Debian:"
              + " fontconfig and fonts-dejavu-core), or take SVG.",
          e);
    }
  }
}
