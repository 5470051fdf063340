package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SynfireChainTest {
  @Property(tries = 200)
  void everyNeuronButTheLastGroupsHasItsTargetsInTheNextGroup(
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll @IntRange(min = 1, max = 8) int groups,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll long key) {
    int degree = Math.min(k, width);
    Connectivity wires = connect(width * groups, width, degree, key);
    TopologyClaims.check(wires);
    for (int i = 0; i < width * groups; i++) {
      int next = (i / width + 1) * width;
      assertThat(wires.row(i))
          .hasSize(next == width * groups ? 0 : degree)
          .doesNotHaveDuplicates()
          .satisfies(
              row -> assertThat(Arrays.stream(row)).allMatch(j -> j >= next && j < next + width));
    }
  }

  @Test
  void groupsOfOneAreALineAndallOfTheNextGroupIsComplete() {
    Connectivity line = connect(4, 1, 1, 1);
    assertThat(line.row(0)).containsExactly(1);
    assertThat(line.row(2)).containsExactly(3);
    assertThat(line.row(3)).isEmpty();
    assertThat(connect(6, 3, 3, 1).row(1)).containsExactly(3, 4, 5);
  }

  @Test
  void dilutedChainsDifferByKey() {
    Connectivity one = connect(40, 20, 10, 1);
    Connectivity other = connect(40, 20, 10, 2);
    assertThat(one.row(0)).isNotEqualTo(other.row(0)).isNotEqualTo(one.row(1));
  }

  @Test
  void wantsWholeGroupsOfOnePopulationAndNoMoreTargetsThanAGroupHas() {
    SynfireChain rule = new SynfireChain();
    assertThatThrownBy(
            () ->
                rule.connect(
                    Layer.of("a", 10), Layer.of("b", 10), Settings.of(rule.descriptor()), 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("one population");
    assertThatThrownBy(() -> connect(10, 3, 1, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("divides the 10 neurons");
    assertThatThrownBy(() -> connect(10, 5, 6, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("k is 6");
  }

  private static Connectivity connect(int size, int width, int k, long key) {
    SynfireChain rule = new SynfireChain();
    Layer cells = Layer.of("cells", size);
    return rule.connect(cells, cells, Settings.of(rule.descriptor(), "width", width, "k", k), key);
  }
}
