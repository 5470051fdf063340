package dev.glia.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Node;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.platform.store.files.RecordJson;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureJsonTest {
  private static final Axis AXIS = new Axis("frequency", "Hz", true);
  private static final double[] ABC = {1, Double.NaN, Double.POSITIVE_INFINITY};

  static Stream<Content> contents() {
    return Stream.of(
        new Content.Chart(
            AXIS,
            AXIS,
            List.of(
                new Mark.Line("line", ABC, ABC),
                new Mark.Band("band", ABC, ABC, ABC),
                new Mark.Scatter("points", ABC, ABC, new int[] {0, 1, 1}, List.of("a", "b")),
                new Mark.Histogram("counts", ABC, new double[] {1, 2}),
                new Mark.Raster("spikes", ABC, new int[] {3, 4, 5}),
                new Mark.Moment("1", 3.5),
                new Mark.Level("chance", 0.1))),
        new Content.Bars(AXIS, List.of("x"), List.of(new BarSeries("s", ABC, new double[0]))),
        new Content.HeatMap(AXIS, AXIS, AXIS, 1, 3, ABC, new double[2], new double[] {1, 3}),
        new Content.Matrix("rows", List.of("r"), "columns", List.of("a", "b", "c"), ABC, AXIS),
        new Content.ImageGrid(1, 2, List.of(new float[] {0.1f, 2}), List.of("one")),
        new Content.Graph(
            List.of(new Node("a", "A", "100 lif", "population")),
            List.of(new Edge("a", "a", "", "inhibitory"))),
        new Content.TopographicMap(List.of("Cz"), ABC, ABC, ABC, AXIS));
  }

  @Test
  void everyKindOfContentIsTried() {
    assertThat(contents().map(Content::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Content.class.getPermittedSubclasses())
                .<Class<? extends Content>>map(each -> each.asSubclass(Content.class))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("contents")
  void figureComesBackAsItWas(Content content) {
    Figure figure = new Figure("a-figure", "Title <b>", "Caption \"…\"", content);

    Figure back = RecordJson.read("figure", RecordJson.text(figure), Figure.class);

    // As Double.equals: NaN is NaN here.
    assertThat(back)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(figure);
  }

  @Test
  void damagedFigureIsRefused() {
    String text = RecordJson.text(Samples.figure("a"));
    for (String damaged :
        List.of("", "{}", "[1]", text.substring(0, 30), text.replace("Chart", "Pie"))) {
      assertThatThrownBy(() -> RecordJson.read("figure", damaged, Figure.class))
          .hasMessageStartingWith("figure is damaged: ");
    }
  }
}
