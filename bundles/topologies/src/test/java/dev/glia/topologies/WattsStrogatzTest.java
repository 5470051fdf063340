package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WattsStrogatzTest {
  @Property(tries = 200)
  void edgesGoBothWaysAndTheirNumberStays(
      @ForAll @IntRange(min = 7, max = 80) int size,
      @ForAll @IntRange(min = 1, max = 3) int half,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll long key) {
    Connectivity wires = connect(size, 2 * half, p, key);
    TopologyClaims.check(wires);
    assertThat(TopologyClaims.synapses(wires)).isEqualTo((long) size * 2 * half);
    for (int i = 0; i < size; i++) {
      int[] row = wires.row(i);
      assertThat(row).doesNotContain(i).doesNotHaveDuplicates();
      int self = i;
      assertThat(Arrays.stream(row)).allMatch(j -> Arrays.binarySearch(wires.row(j), self) >= 0);
    }
  }

  @Test
  void unmovedItIsARing() {
    Connectivity wires = connect(10, 4, 0, 1);
    assertThat(wires.row(0)).containsExactly(1, 2, 8, 9);
    assertThat(wires.row(5)).containsExactly(3, 4, 6, 7);
  }

  @Test
  void asManyEdgesAreMovedAsTheProbabilitySays() {
    int size = 4000;
    Connectivity wires = connect(size, 6, 0.1, 3);
    long far = 0;
    for (int i = 0; i < size; i++) {
      int self = i;
      far +=
          Arrays.stream(wires.row(i))
              .filter(
                  j -> Math.min(Math.floorMod(j - self, size), Math.floorMod(self - j, size)) > 3)
              .count();
    }
    double edges = 3.0 * size;
    assertThat(far / 2 / edges).isCloseTo(0.1, within(5 * Math.sqrt(0.09 / edges)));
  }

  @Test
  void wantsOnePopulationAndAnEvenNumberOfNeighbors() {
    WattsStrogatz rule = new WattsStrogatz();
    assertThatThrownBy(
            () ->
                rule.connect(Layer.of("a", 9), Layer.of("b", 9), Settings.of(rule.descriptor()), 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("one population");
    assertThatThrownBy(() -> connect(10, 3, 0.1, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("even");
    assertThatThrownBy(() -> connect(6, 6, 0.1, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("below 6");
  }

  private static Connectivity connect(int size, int k, double p, long key) {
    WattsStrogatz rule = new WattsStrogatz();
    Layer cells = Layer.of("cells", size);
    return rule.connect(cells, cells, Settings.of(rule.descriptor(), "k", k, "p", p), key);
  }
}
