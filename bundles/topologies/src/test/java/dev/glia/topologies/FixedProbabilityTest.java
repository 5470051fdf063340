package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedProbabilityTest {
  private static final Layer CELLS = Layer.of("cells", 2000);

  @Property(tries = 200)
  void keepsTheContractForAnySizeAndProbability(
      @ForAll @IntRange(min = 1, max = 60) int sources,
      @ForAll @IntRange(min = 1, max = 60) int targets,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll long key) {
    Connectivity wires = connect(Layer.of("a", sources), Layer.of("b", targets), p, "allow", key);
    TopologyClaims.check(wires);
    for (int i = 0; i < sources; i++) {
      assertThat(wires.row(i)).doesNotHaveDuplicates();
    }
  }

  @Test
  void degreesAreBinomial() {
    double p = 0.1;
    Connectivity wires = connect(CELLS, Layer.of("others", 1500), p, "allow", 7);
    long pairs = 2000L * 1500;
    double deviation = Math.sqrt(pairs * p * (1 - p));
    assertThat((double) TopologyClaims.synapses(wires)).isCloseTo(pairs * p, within(5 * deviation));
    assertThat(wires.expectedSynapses()).isEqualTo(300_000);
    checkBinomial(TopologyClaims.inDegrees(wires), 2000, p);
    int[] outDegrees = new int[2000];
    for (int i = 0; i < 2000; i++) {
      outDegrees[i] = wires.row(i).length;
    }
    checkBinomial(outDegrees, 1500, p);
  }

  /** Mean within 5 standard errors, variance within 5 of its own. */
  private static void checkBinomial(int[] degrees, int trials, double p) {
    double mean = 0;
    for (int degree : degrees) {
      mean += (double) degree / degrees.length;
    }
    double variance = 0;
    for (int degree : degrees) {
      variance += (degree - mean) * (degree - mean) / (degrees.length - 1);
    }
    double expected = trials * p * (1 - p);
    assertThat(mean).isCloseTo(trials * p, within(5 * Math.sqrt(expected / degrees.length)));
    assertThat(variance)
        .isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / degrees.length)));
  }

  @Test
  void everyPairIsEquallyLikely() {
    double p = 0.3;
    int draws = 4000;
    int[] hits = new int[12];
    for (int key = 0; key < draws; key++) {
      for (int target : connect(Layer.of("a", 1), Layer.of("b", 12), p, "allow", key).row(0)) {
        hits[target]++;
      }
    }
    double deviation = Math.sqrt(draws * p * (1 - p));
    for (int target = 0; target < hits.length; target++) {
      assertThat((double) hits[target])
          .as("hits of target %d", target)
          .isCloseTo(draws * p, within(5 * deviation));
    }
  }

  @Test
  void certaintyConnectsEveryPairAndImpossibilityNone() {
    Layer five = Layer.of("five", 5);
    assertThat(connect(five, five, 1, "allow", 3).row(4)).containsExactly(0, 1, 2, 3, 4);
    assertThat(connect(five, five, 1, "forbid", 3).row(4)).containsExactly(0, 1, 2, 3);
    assertThat(connect(five, five, 0, "allow", 3).row(4)).isEmpty();
    assertThat(connect(five, five, 1e-300, "allow", 3).row(4)).isEmpty();
  }

  @Test
  void forbiddenSelfConnectionsLeaveTheOthersAsTheyAre() {
    Layer fifty = Layer.of("fifty", 50);
    Connectivity with = connect(fifty, fifty, 0.5, "allow", 3);
    Connectivity without = connect(fifty, fifty, 0.5, "forbid", 3);
    for (int i = 0; i < 50; i++) {
      int self = i;
      assertThat(without.row(i)).doesNotContain(i);
      assertThat(without.row(i))
          .containsExactly(Arrays.stream(with.row(i)).filter(j -> j != self).toArray());
    }
  }

  @Test
  void anotherKeyDrawsAnotherNetwork() {
    assertThat(connect(CELLS, CELLS, 0.1, "allow", 1).row(0))
        .isNotEqualTo(connect(CELLS, CELLS, 0.1, "allow", 2).row(0));
  }

  @Test
  void aRowDoesNotDependOnTheNumberOfSources() {
    assertThat(connect(Layer.of("few", 10), CELLS, 0.1, "allow", 1).row(9))
        .isEqualTo(connect(CELLS, CELLS, 0.1, "allow", 1).row(9));
  }

  @Test
  void fifteenMillionSynapsesTakeAboutASecond() {
    Layer brunel = Layer.of("cells", 12_500);
    Connectivity wires = connect(brunel, brunel, 0.1, "allow", 5);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    long synapses = TopologyClaims.synapses(wires);
    double seconds = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
    System.out.printf("%,d synapses in %.2f s of one core%n", synapses, seconds);
    assertThat((double) synapses).isCloseTo(15_625_000, within(5 * Math.sqrt(15_625_000 * 0.9)));
    assertThat(seconds).as("CPU seconds").isLessThan(3); // 0.6 measured; slower machines exist
  }

  private static Connectivity connect(Layer source, Layer target, double p, String self, long key) {
    FixedProbability rule = new FixedProbability();
    return rule.connect(source, target, Settings.of(rule.descriptor(), "p", p, "self", self), key);
  }
}
