package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

/** The window of Song, Miller and Abbott (2000). */
class PairStdpTest extends LearningRuleContract {
  @Override
  protected LearningRule rule() {
    return ModelResources.learning("pair-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void theWindowIsExponentialOnBothSides() {
    for (int distance : new int[] {1, 5, 10, 20, 60}) {
      assertThat(Pairing.change(rule(), "0.5 mV", p -> {}, distance))
          .isCloseTo(0.005 * Math.exp(-distance / 20.0), within(1e-7));
      assertThat(Pairing.change(rule(), "0.5 mV", p -> {}, -distance))
          .isCloseTo(-0.00525 * Math.exp(-distance / 20.0), within(1e-7));
    }
  }

  @Test
  void bothSidesHaveTheirOwnWidth() {
    double before = Pairing.change(rule(), "0.5 mV", p -> p.set("rule.tau_plus", "10 ms"), 10);
    double after = Pairing.change(rule(), "0.5 mV", p -> p.set("rule.tau_minus", "40 ms"), -10);
    assertThat(before).isCloseTo(0.005 * Math.exp(-1), within(1e-7));
    assertThat(after).isCloseTo(-0.00525 * Math.exp(-0.25), within(1e-7));
  }

  @Test
  void stepsDoNotDependOnTheWeight() {
    double low = Pairing.change(rule(), "0.1 mV", p -> {}, 10);
    double high = Pairing.change(rule(), "0.9 mV", p -> {}, 10);
    assertThat(low).isCloseTo(high, within(2e-7));
  }

  @Test
  void allPairsCount() {
    // Two source spikes before one target spike: both add.
    double weight =
        Pairing.weight(rule(), "0.5 mV", p -> {}, new long[] {100, 110}, new long[] {120});
    assertThat(weight - 0.5).isCloseTo(0.005 * (Math.exp(-1) + Math.exp(-0.5)), within(1e-7));
  }

  @Test
  void aSourceSpikeAtTheSameInstantCountsAsEarlier() {
    assertThat(Pairing.change(rule(), "0.5 mV", p -> {}, 0)).isCloseTo(0.005, within(1e-7));
  }

  @Test
  void weightsStayWithinTheirBounds() {
    double top =
        Pairing.weight(
            rule(), "0.99 mV", p -> p.set("rule.a_plus", "0.5"), new long[] {10}, new long[] {11});
    double bottom =
        Pairing.weight(
            rule(), "0.01 mV", p -> p.set("rule.a_minus", "0.5"), new long[] {11}, new long[] {10});
    assertThat(top).isCloseTo(1, within(1e-6));
    assertThat(bottom).isZero();
  }

  @Test
  void theDelayIsPartOfTheDistance() {
    double weight =
        Pairing.weight(rule(), "0.5 mV", p -> p.delay("5 ms"), new long[] {100}, new long[] {115});
    assertThat(weight - 0.5).isCloseTo(0.005 * Math.exp(-0.5), within(1e-7));
  }

  @Test
  void stepsScaleWithTheLargestWeight() {
    double change = Pairing.change(rule(), "0.5 mV", p -> p.set("rule.w_max", "2 mV"), 20);
    assertThat(change).isCloseTo(0.01 * Math.exp(-1), within(1e-7));
  }
}
