package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedTotalNumberTest {
  @Property(tries = 300)
  void thereAreExactlyThatMany(
      @ForAll @IntRange(min = 1, max = 60) int sources,
      @ForAll @IntRange(min = 1, max = 200) int targets,
      @ForAll @IntRange(min = 1, max = 5000) int n,
      @ForAll long key) {
    Connectivity wires = connect(Layer.of("a", sources), Layer.of("b", targets), key, "n", n);
    TopologyClaims.check(wires);
    assertThat(TopologyClaims.synapses(wires)).isEqualTo(n);
    assertThat(wires.expectedSynapses()).isEqualTo(n);
  }

  @Property(tries = 100)
  void withinAPopulationSelfConnectionsCanBeLeftOut(
      @ForAll @IntRange(min = 2, max = 50) int size, @ForAll long key) {
    Layer cells = Layer.of("cells", size);
    Connectivity wires = connect(cells, cells, key, "n", 20 * size, "self", "forbid");
    TopologyClaims.check(wires);
    assertThat(TopologyClaims.synapses(wires)).isEqualTo(20L * size);
    for (int i = 0; i < size; i++) {
      assertThat(wires.row(i)).doesNotContain(i);
    }
  }

  /** L4E to L23E of the cortical microcircuit. */
  @Test
  void aProbabilityIsThatOfAtLeastOneSynapse() {
    Connectivity wires = connect(Layer.of("a", 2191), Layer.of("b", 2068), 3, "p", 0.0437);
    double pairs = 2191.0 * 2068;
    assertThat(wires.expectedSynapses())
        .isEqualTo(Math.round(Math.log(1 - 0.0437) / Math.log(1 - 1 / pairs)));
    long connected = 0;
    for (int i = 0; i < 2191; i++) {
      connected += Arrays.stream(wires.row(i)).distinct().count();
    }
    assertThat(connected / pairs).isCloseTo(0.0437, within(1e-3));
  }

  @Test
  void degreesOnBothSidesAreBinomial() {
    Connectivity wires = connect(Layer.of("a", 1000), Layer.of("b", 2000), 11, "n", 400_000);
    double[] out = new double[1000];
    for (int i = 0; i < 1000; i++) {
      out[i] = wires.row(i).length;
    }
    assertThat(variance(out)).isCloseTo(400, within(5 * 400 * Math.sqrt(2.0 / 1000)));
    double[] in = Arrays.stream(TopologyClaims.inDegrees(wires)).asDoubleStream().toArray();
    assertThat(variance(in)).isCloseTo(200, within(5 * 200 * Math.sqrt(2.0 / 2000)));
  }

  @Test
  void everyPairIsEquallyLikely() {
    int n = 90_000;
    Connectivity wires = connect(Layer.of("a", 3), Layer.of("b", 3), 5, "n", n);
    for (int i = 0; i < 3; i++) {
      int[] hits = new int[3];
      for (int target : wires.row(i)) {
        hits[target]++;
      }
      for (int hit : hits) {
        assertThat((double) hit).isCloseTo(n / 9.0, within(5 * Math.sqrt(n / 9.0)));
      }
    }
  }

  /** Mean and variance of the numbers of successes, for probabilities from both ends. */
  @Test
  void binomialDrawsHaveTheirMomentsAndStayInRange() {
    RandomStream random = new RandomStream(1, "binomial", 0);
    for (double p : new double[] {1e-4, 0.02, 0.5, 0.9}) {
      for (long trials : new long[] {1, 20, 3000, 40_000_000L}) {
        double[] draws = new double[4000];
        double mean = 0;
        for (int i = 0; i < draws.length; i++) {
          draws[i] = Binomial.draw(trials, p, random.nextDouble());
          assertThat(draws[i]).isBetween(0.0, (double) trials);
          mean += draws[i] / draws.length;
        }
        double spread = trials * p * (1 - p);
        assertThat(mean).isCloseTo(trials * p, within(5 * Math.sqrt(spread / draws.length)));
        // The fourth moment decides how far a variance strays.
        double stray = Math.sqrt((2 + (1 - 6 * p * (1 - p)) / spread) / draws.length);
        assertThat(variance(draws))
            .isCloseTo(spread, within((6 * stray + 10.0 / draws.length) * spread));
      }
    }
    assertThat(Binomial.draw(7, 1, 0.3)).isEqualTo(7);
    assertThat(Binomial.draw(7, 0, 0.3)).isZero();
    assertThat(Binomial.draw(7, 0.5, Math.nextDown(1.0))).isBetween(0L, 7L);
  }

  @Test
  void wantsEitherANumberOrAProbability() {
    Layer cells = Layer.of("cells", 10);
    assertThatThrownBy(() -> connect(cells, cells, 1))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("either", "p: 0.1");
    assertThatThrownBy(() -> connect(cells, cells, 1, "p", 0.1, "n", 3))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("both");
    Layer one = Layer.of("one", 1);
    assertThatThrownBy(() -> connect(one, one, 1, "n", 1, "self", "forbid"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("self: allow");
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
  }

  private static Connectivity connect(Layer source, Layer target, long key, Object... given) {
    FixedTotalNumber rule = new FixedTotalNumber();
    return rule.connect(source, target, Settings.of(rule.descriptor(), given), key);
  }
}
