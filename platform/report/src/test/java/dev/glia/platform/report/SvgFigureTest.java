package dev.glia.platform.report;

import static dev.glia.platform.report.Markup.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgFigureTest {
  @Test
  void axesSayWhatAndInWhichUnit() {
    assertThat(texts(chart(false, 1, 2, 3))).contains("time (ms)", "potential (mV)");
  }

  @Test
  void logarithmicAxesCountInDecades() {
    assertThat(texts(chart(true, 1, 10, 1_000))).contains("1", "10", "100", "1,000");
  }

  @Test
  void whatHasNoPlaceLeavesAGap() {
    Document svg = Markup.parse(SvgFigure.file(chart(false, 1, 2, Double.NaN, 3, 4)));
    String line =
        all(svg, "path").stream()
            .filter(path -> path.getAttribute("class").equals("k-blue"))
            .map(path -> path.getAttribute("d"))
            .findFirst()
            .orElseThrow();
    assertThat(line.chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void manyMarksBecomePixels() {
    double[] x = new double[200_000];
    int[] rows = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i * 0.005;
      rows[i] = i * 31 % 400;
    }
    Figure figure =
        new Figure(
            "spikes",
            "Spikes",
            "",
            new Content.Chart(
                Axis.of("time", "ms"),
                Axis.of("neuron", ""),
                List.of(new Mark.Raster("", x, rows))));
    String svg = SvgFigure.file(figure);
    assertThat(all(Markup.parse(svg), "image")).hasSize(1);
    assertThat(svg.length()).isLessThan(700_000);
  }

  @Test
  void longCurvesKeepTheirPeaks() {
    double[] x = new double[1_000_000];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    y[345_678] = 5;
    Figure figure =
        new Figure(
            "peak",
            "Peak",
            "",
            new Content.Chart(
                Axis.of("time", "ms"), Axis.of("v", "mV"), List.of(new Mark.Line("", x, y))));
    String svg = SvgFigure.file(figure);
    assertThat(svg.length()).isLessThan(60_000);
    // The top of the plot is where 5 is; nothing else reaches it.
    Element line =
        all(Markup.parse(svg), "path").stream()
            .filter(path -> path.getAttribute("class").equals("k-blue"))
            .findFirst()
            .orElseThrow();
    assertThat(line.getAttribute("d")).containsPattern(" 28L");
  }

  @Test
  void meanAndSpreadShareOneEntryOfTheLegend() {
    double[] x = {0, 1};
    Figure figure =
        new Figure(
            "mean",
            "Mean",
            "",
            new Content.Chart(
                Axis.of("t", ""),
                Axis.of("y", ""),
                List.of(
                    new Mark.Band("full", x, x, new double[] {1, 2}),
                    new Mark.Line("full", x, x),
                    new Mark.Line("half", x, x))));
    assertThat(texts(figure)).containsOnlyOnce("full", "half");
  }

  @Test
  void wordsTellTheNumbersOfBars() {
    Figure bars = StudyFigures.all().get(2);
    Document svg = Markup.parse(SvgFigure.file(bars));
    assertThat(all(svg, "desc").getFirst().getTextContent())
        .contains("test: full 0.766 ± 0.012, no scaling 0.617 ± 0.021");
  }

  @Test
  void largeNetworksBecomeTables() {
    List<Content.Node> nodes = new ArrayList<>();
    List<Content.Edge> edges = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      nodes.add(new Content.Node("n" + i, "n" + i, "", "population"));
      edges.add(new Content.Edge("n" + i, "n" + (i + 1) % 2_000, "", "excitatory"));
    }
    Figure figure = new Figure("net", "Net", "", new Content.Graph(nodes, edges));
    assertThat(all(Markup.parse(SvgFigure.file(figure)), "*")).hasSizeLessThan(60);
  }

  /** At least one figure of each kind of content. */
  static List<Figure> kinds() {
    List<Figure> all = new ArrayList<>(StudyFigures.all());
    all.addAll(RunFigures.all());
    all.add(new Figure("graph", "Network", "Who drives whom.", SampleNetwork.graph()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bothWaysDrawTheSameSize(Figure figure) throws Exception {
    Element svg = Markup.parse(SvgFigure.file(figure)).getDocumentElement();
    var image = ImageIO.read(new ByteArrayInputStream(FigurePng.of(figure, 2, false)));
    assertThat(image.getWidth())
        .isCloseTo((int) Math.ceil(2 * Double.parseDouble(svg.getAttribute("width"))), within());
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(Arrays.stream(pixels).distinct().count()).as("colors").isGreaterThan(3);
  }

  private static org.assertj.core.data.Offset<Integer> within() {
    return org.assertj.core.data.Offset.offset(1);
  }

  @Test
  void scalesOutOfReachAreRefused() {
    assertThatThrownBy(() -> FigurePng.of(StudyFigures.all().get(0), 0, false))
        .hasMessageContaining("0.1 to 16");
  }

  private static Figure chart(boolean logarithmic, double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return new Figure(
        "chart",
        "Chart",
        "A line.",
        new Content.Chart(
            Axis.of("time", "ms"),
            new Axis("potential", "mV", logarithmic),
            List.of(new Mark.Line("", x, y))));
  }

  private static List<String> texts(Figure figure) {
    return all(Markup.parse(SvgFigure.file(figure)), "text").stream()
        .map(Element::getTextContent)
        .toList();
  }
}
