package dev.glia.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WiringTest {
  @Test
  void patternsConnectWhatTheySay() {
    assertThat(Wiring.allToAll(2, 3).row(1)).containsExactly(0, 1, 2);
    assertThat(Wiring.oneToOne(3).row(2)).containsExactly(2);
    assertThat(Wiring.allButOne(4).row(2)).containsExactly(0, 1, 3);
    assertThat(Wiring.allButOne(4).expectedSynapses()).isEqualTo(12);
  }

  @Test
  void listsAreSortedAndKeepRepeatedTargets() {
    assertThat(Wiring.list(3, new int[] {2, 0, 2}, new int[0]).row(0)).containsExactly(0, 2, 2);
  }

  @Test
  void rowsMayBeChangedByTheCaller() {
    Wiring wiring = Wiring.list(3, new int[] {0, 1}).weights(new float[] {4, 5});
    wiring.row(0)[0] = 77;
    wiring.weights(0)[0] = 77;
    assertThat(wiring.row(0)).containsExactly(0, 1);
    assertThat(wiring.weights(0)).containsExactly(4, 5);
    assertThat(wiring.delays(0)).isNull();
  }

  @Property(tries = 50)
  void fixedProbabilityIsTheSameForTheSameSeed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    Wiring first = Wiring.fixedProbability(size, size, 0.3, seed);
    Wiring second = Wiring.fixedProbability(size, size, 0.3, seed);
    for (int i = 0; i < size; i++) {
      assertThat(first.row(i)).isEqualTo(second.row(i)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void fixedProbabilityConnectsThatShareOfPairs() {
    Wiring wiring = Wiring.fixedProbability(200, 200, 0.25, 9);
    int synapses = IntStream.range(0, 200).map(i -> wiring.row(i).length).sum();
    assertThat(synapses).isBetween(9500, 10_500);
    assertThat(Arrays.stream(wiring.row(0)).max().orElse(-1)).isLessThan(200);
  }
}
