package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.testkit.Settings;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import org.junit.jupiter.api.Test;

class DaleReservoirTest {
  private static final Layer UNITS = Layer.of("units", 500);

  private static Connectivity connect(String part) {
    DaleReservoir rule = new DaleReservoir();
    return rule.connect(
        UNITS, UNITS, Settings.of(rule.descriptor(), "part", part, "inhibition", 4), 11);
  }

  @Test
  void keepsTheContractAndConnectsNoUnitWithItself() {
    Connectivity wires = connect("all");
    TopologyClaims.check(wires);
    for (int i = 0; i < 500; i++) {
      assertThat(wires.row(i)).doesNotHaveDuplicates().doesNotContain(i);
    }
    double pairs = 500 * 499;
    assertThat((double) TopologyClaims.synapses(wires))
        .isCloseTo(0.1 * pairs, within(5 * Math.sqrt(0.09 * pairs)));
  }

  /** Gamma of shape 2: variance is half the square of the mean. */
  @Test
  void weightsAreGammaOfTheWantedMeanAndDalesSign() {
    Connectivity wires = connect("all");
    double[] sum = new double[2];
    double[] squares = new double[2];
    int[] count = new int[2];
    for (int i = 0; i < 500; i++) {
      int kind = i < 400 ? 0 : 1;
      for (float weight : wires.weights(i)) {
        assertThat(weight > 0).isEqualTo(i < 400);
        sum[kind] += weight;
        squares[kind] += (double) weight * weight;
        count[kind]++;
      }
    }
    assertThat(sum[0] / count[0]).isCloseTo(0.3, within(0.008)); // 5 standard errors
    assertThat(sum[1] / count[1]).isCloseTo(-1.2, within(0.06));
    double mean = sum[0] / count[0];
    assertThat(squares[0] / count[0] - mean * mean).isCloseTo(0.045, within(0.004));
  }

  @Test
  void theTwoPartsMakeTheWhole() {
    Connectivity all = connect("all");
    for (int i = 0; i < 500; i++) {
      Connectivity part = connect(i < 400 ? "excitatory" : "inhibitory");
      Connectivity other = connect(i < 400 ? "inhibitory" : "excitatory");
      assertThat(part.row(i)).isEqualTo(all.row(i));
      assertThat(part.weights(i)).isEqualTo(all.weights(i));
      assertThat(other.row(i)).isEmpty();
      assertThat(other.weights(i)).isEmpty();
    }
  }

  @Test
  void twoPopulationsAreRefused() {
    DaleReservoir rule = new DaleReservoir();
    assertThatThrownBy(
            () -> rule.connect(UNITS, Layer.of("others", 3), Settings.of(rule.descriptor()), 1))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("'units' with 'others'");
  }
}
