package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class SymmetricStdpTest extends LearningRuleContract {
  @Override
  protected LearningRule rule() {
    return ModelResources.learning("symmetric-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void theWindowIsEvenAndExponential() {
    for (int distance = 1; distance <= 60; distance++) {
      double after = Pairing.change(rule(), "0.3 mV", p -> {}, distance);
      double before = Pairing.change(rule(), "0.3 mV", p -> {}, -distance);
      assertThat(after).isCloseTo(before, within(1e-9));
      assertThat(after).isCloseTo(0.005 * 0.1 * Math.exp(-distance / 20.0), within(1e-7));
    }
  }

  @Test
  void weightsStopAtTheirMaximum() {
    double weight =
        Pairing.weight(
            rule(), "0.9 mV", p -> p.set("rule.nu", "50 weight"), new long[] {10}, new long[] {11});
    assertThat(weight).isCloseTo(1, within(1e-6));
  }

  @Test
  void tracesAdd() {
    double weight =
        Pairing.weight(
            rule(),
            "0.3 mV",
            p -> p.set("rule.nu", "1 mV"),
            new long[] {100, 120},
            new long[] {140});
    assertThat(weight - 0.3).isCloseTo(0.1 * (Math.exp(-2) + Math.exp(-1)), within(1e-6));
  }
}
