package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedInDegreeTest {
  @Property(tries = 300)
  void everyTargetReceivesExactlyThatMany(
      @ForAll @IntRange(min = 1, max = 90) int sources,
      @ForAll @IntRange(min = 1, max = 40) int targets,
      @ForAll @IntRange(min = 0, max = 90) int k,
      @ForAll boolean multiple,
      @ForAll long key) {
    Assume.that(multiple || k <= sources);
    Connectivity wires =
        connect(
            Layer.of("a", sources),
            Layer.of("b", targets),
            key,
            "k",
            k,
            "multiple",
            multiple ? "allow" : "forbid");
    TopologyClaims.check(wires);
    assertThat(TopologyClaims.inDegrees(wires)).containsOnly(k);
    assertThat(wires.expectedSynapses()).isEqualTo((long) k * targets);
    for (int i = 0; !multiple && i < sources; i++) {
      assertThat(wires.row(i)).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 100)
  void withinAPopulationSelfConnectionsCanBeLeftOut(
      @ForAll @IntRange(min = 2, max = 50) int size, @ForAll boolean multiple, @ForAll long key) {
    Layer cells = Layer.of("cells", size);
    Connectivity wires =
        connect(
            cells,
            cells,
            key,
            "k",
            size - 1,
            "self",
            "forbid",
            "multiple",
            multiple ? "allow" : "forbid");
    assertThat(TopologyClaims.inDegrees(wires)).containsOnly(size - 1);
    for (int i = 0; i < size; i++) {
      assertThat(wires.row(i)).doesNotContain(i);
    }
  }

  @Test
  void outDegreesAreBinomial() {
    Connectivity wires = connect(Layer.of("a", 1000), Layer.of("b", 2000), 11, "k", 100);
    double mean = 2000 * 100 / 1000.0;
    double variance = 0;
    for (int i = 0; i < 1000; i++) {
      double apart = wires.row(i).length - mean;
      variance += apart * apart / 1000;
    }
    double expected = 2000 * 0.1 * 0.9; // each target takes a source with probability 100/1000
    assertThat(variance).isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / 1000)));
  }

  @Test
  void everySetOfSourcesIsEquallyLikely() {
    int draws = 20_000;
    int[] hits = new int[1 << 5];
    Connectivity wires = connect(Layer.of("a", 5), Layer.of("b", draws), 4, "k", 2);
    int[] sets = new int[draws];
    for (int source = 0; source < 5; source++) {
      for (int target : wires.row(source)) {
        sets[target] |= 1 << source;
      }
    }
    for (int set : sets) {
      hits[set]++;
    }
    double expected = draws / 10.0;
    for (int set = 0; set < hits.length; set++) {
      if (Integer.bitCount(set) == 2) {
        assertThat((double) hits[set])
            .as("set %s", Integer.toBinaryString(set))
            .isCloseTo(expected, within(5 * Math.sqrt(expected * 0.9)));
      }
    }
  }

  @Test
  void aTargetsSourcesDoNotDependOnTheNumberOfTargets() {
    Layer sources = Layer.of("a", 100);
    Connectivity few = connect(sources, Layer.of("b", 3), 1, "k", 10);
    Connectivity many = connect(sources, Layer.of("b", 300), 1, "k", 10);
    for (int i = 0; i < 100; i++) {
      assertThat(few.row(i))
          .containsExactly(Arrays.stream(many.row(i)).filter(target -> target < 3).toArray());
    }
  }

  @Test
  void asksForNoMoreSourcesThanThereAre() {
    Layer cells = Layer.of("cells", 5);
    assertThatThrownBy(() -> connect(cells, cells, 1, "k", 6))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("k = 6", "'cells' offers 5", "multiple: allow");
    assertThatThrownBy(() -> connect(cells, cells, 1, "k", 5, "self", "forbid"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("offers 4");
    Layer one = Layer.of("one", 1);
    assertThatThrownBy(() -> connect(one, one, 1, "k", 1, "self", "forbid", "multiple", "allow"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("self: allow");
  }

  @Test
  void saysWhenThereWouldBeTooManySynapses() {
    Layer large = Layer.of("large", 1_000_000);
    assertThatThrownBy(() -> connect(large, large, 1, "k", 10_000))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("10000", "1000000", "fixed-probability");
  }

  private static Connectivity connect(Layer source, Layer target, long key, Object... given) {
    FixedInDegree rule = new FixedInDegree();
    return rule.connect(source, target, Settings.of(rule.descriptor(), given), key);
  }
}
