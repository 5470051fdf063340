package dev.glia.platform.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Graph;
import dev.glia.api.figure.Content.Node;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
  @Test
  void chainsRunFromLeftToRightAndFeedbackPointsBack() {
    LayeredLayout layout =
        new LayeredLayout(
            List.of("in", "e", "i", "out"),
            List.of(edge("in", "e"), edge("e", "i"), edge("i", "e"), edge("e", "out")));
    assertThat(layout.layers()).hasSize(3);
    assertThat(layout.ways().stream().map(LayeredLayout.Way::reversed))
        .containsExactly(false, false, true, false);
  }

  @Test
  void sourcesStandBeforeWhatTheyDrive() {
    LayeredLayout layout =
        new LayeredLayout(
            List.of("a", "b", "c", "teacher"),
            List.of(edge("a", "b"), edge("b", "c"), edge("teacher", "c")));
    assertThat(layout.layers().get(1).stream().map(slot -> slot.node))
        .containsExactlyInAnyOrder(1, 3);
  }

  @Property(tries = 300)
  void boxesNeverOverlapAndStayOnThePage(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int nodes) {
    Random random = new Random(seed);
    List<Node> all =
        IntStream.range(0, nodes)
            .mapToObj(i -> new Node("n" + i, "node ".repeat(1 + i % 5), "", "population"))
            .toList();
    List<Edge> edges =
        random
            .ints(random.nextInt(3 * nodes), 0, nodes * nodes)
            .mapToObj(i -> edge("n" + i / nodes, "n" + i % nodes))
            .toList();
    GraphGeometry geometry = new GraphGeometry(new Graph(all, edges));
    for (int i = 0; i < nodes; i++) {
      PlotArea a = geometry.box(i);
      assertThat(a.left()).isNotNegative();
      assertThat(a.top()).isNotNegative();
      assertThat(a.right()).isLessThanOrEqualTo(geometry.width());
      assertThat(a.bottom()).isLessThanOrEqualTo(geometry.height());
      for (int j = 0; j < i; j++) {
        PlotArea b = geometry.box(j);
        boolean apart =
            a.right() <= b.left()
                || b.right() <= a.left()
                || a.bottom() <= b.top()
                || b.bottom() <= a.top();
        assertThat(apart).isTrue();
      }
    }
  }

  private static Edge edge(String from, String to) {
    return new Edge(from, to, "", "excitatory");
  }
}
