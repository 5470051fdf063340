package dev.glia.platform.report;

import static dev.glia.platform.report.Markup.all;
import static dev.glia.platform.report.Markup.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Figure;
import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;

class AnyFigureTest {
  private static final Set<String> NUMBERS =
      Set.of(
          "x",
          "y",
          "width",
          "height",
          "d",
          "viewBox",
          "stroke-width",
          "opacity",
          "font-size",
          "transform");

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void anyFigureBecomesWholeSvg(@ForAll long seed) {
    Figure figure = new RandomFigures(seed).next();
    Document svg = Markup.parse(SvgFigure.file(figure));

    for (Attr attribute : attributes(svg)) {
      if (NUMBERS.contains(attribute.getName())) {
        assertThat(attribute.getValue()).doesNotContain("NaN", "Infinity", "E", "null");
      }
    }
    assertThat(all(svg, "*")).hasSizeLessThan(1_500);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void anyFigureBecomesPixels(@ForAll long seed) throws Exception {
    byte[] png = FigurePng.of(new RandomFigures(seed).next(), 0.5, seed % 2 == 0);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isPositive();
  }
}
