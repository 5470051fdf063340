package dev.glia.api.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HopsTest {
  /** Synapses from each neuron to those in its row. */
  private record Graph(int targets, int[]... rows) implements Connectivity {
    @Override
    public int sources() {
      return rows.length;
    }

    @Override
    public int[] row(int source) {
      return rows[source].clone();
    }

    @Override
    public long expectedSynapses() {
      return 0;
    }
  }

  private static final Graph GRAPH =
      new Graph(
          6,
          new int[] {1, 2},
          new int[] {3, 3},
          new int[] {3},
          new int[] {0, 4},
          new int[0],
          new int[] {5});

  @Test
  void shortestWayCountsAlongTheSynapses() {
    assertThat(Hops.from(List.of(0), GRAPH)).containsExactly(0, 1, 1, 2, 3, -1);
    assertThat(Hops.from(List.of(4), GRAPH)).containsExactly(-1, -1, -1, -1, 0, -1);
  }

  @Test
  void nearestOfSeveralNeuronsCounts() {
    assertThat(Hops.from(List.of(0, 3, 3), GRAPH)).containsExactly(0, 1, 1, 0, 1, -1);
    assertThat(Hops.from(List.of(), GRAPH)).containsOnly(-1);
  }

  @Test
  void populationsThatDifferAreNoGraph() {
    assertThatThrownBy(() -> Hops.from(List.of(0), new Graph(3, new int[] {1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 sources, 3 targets");
    assertThatThrownBy(() -> Hops.from(List.of(6), GRAPH))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
