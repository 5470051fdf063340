package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.Sample;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLabelsTest {
  /** Four nodes in a ring; the class of an odd node is 1. */
  private record Ring(int... chosen) implements GraphDataset {
    @Override
    public long size() {
      return chosen.length;
    }

    @Override
    public int[] shape() {
      return new int[] {0};
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public Sample sample(long index) {
      return Sample.of(new float[0], node(index) % 2);
    }

    @Override
    public int nodes() {
      return 4;
    }

    @Override
    public List<Edge> edges() {
      return List.of(new Edge(0, 1), new Edge(1, 2), new Edge(2, 3), new Edge(0, 3));
    }

    @Override
    public int node(long index) {
      return chosen[(int) index];
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private static final NodeLabels LABELS = NodeLabels.of(new Ring(0, 1, 2, 3), new Ring(3));

  @Test
  void pairsAreThoseOfEdgesAndClasses() {
    assertThat(LABELS.nodes()).isEqualTo(4);
    assertThat(LABELS.neighbors()).hasSize(8).contains(List.of(2, 1), List.of(1, 2));
    assertThat(LABELS.labeled()).containsExactly(List.of(3, 1));
    assertThat(LABELS.unlabeled())
        .containsExactly(
            List.of(0, 0),
            List.of(0, 1),
            List.of(1, 0),
            List.of(1, 1),
            List.of(2, 0),
            List.of(2, 1));
    assertThat(NodeLabels.reversed(LABELS.labeled())).containsExactly(List.of(1, 3));
  }

  @Test
  void tiesCountInPartAndKnownNodesDoNotCount() {
    double[][] scores = {{2, 1}, {2, 1}, {5, 5}, {9, 0}};
    assertThat(LABELS.accuracy(scores)).isCloseTo((1 + 0 + 0.5) / 3, within(1e-12));
    NodeLabels all = NodeLabels.of(new Ring(0, 1, 2, 3), new Ring(0, 1, 2, 3));
    assertThat(all.accuracy(scores)).isNaN();
  }

  @Test
  void figureShowsWhatNodesGet() {
    double[][] scores = {{1, 2}, {2, 1}, {5, 5}, {9, 0}};
    Chart chart = (Chart) LABELS.confusions("f", "Title", "Caption.", scores).content();
    Mark.Scatter nodes = (Mark.Scatter) chart.marks().getFirst();
    assertThat(nodes.groups()).as("the last is known").containsExactly(1, 0, 0, 1);
    assertThat(nodes.classes()).containsExactly("class 0", "class 1");
  }
}
