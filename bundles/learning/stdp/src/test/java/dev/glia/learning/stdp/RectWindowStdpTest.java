package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestProjection;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class RectWindowStdpTest extends LearningRuleContract {
  @Override
  protected LearningRule rule() {
    return ModelResources.learning("rect-window-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  /** The change in mV by one pair this many ticks apart. */
  private double change(double start, int distance) {
    return Pairing.change(rule(), start + " mV", RectWindowStdpTest::windows, distance);
  }

  private static void windows(TestProjection projection) {
    projection
        .set("rule.pre_window", "5")
        .set("rule.post_window", "3")
        .set("rule.dw_plus", "4 mV")
        .set("rule.dw_minus", "2 mV")
        .set("rule.w_min", "-10 mV")
        .set("rule.w_max", "10 mV");
  }

  @Test
  void windowsAreRectangular() {
    double[] changes = {0, 0, -2, -2, 4, 4, 4, 4, 4, 0, 0};
    for (int distance = -4; distance <= 6; distance++) {
      assertThat(change(0, distance))
          .as("target %d ticks after the source", distance)
          .isCloseTo(changes[distance + 4], within(1e-6));
    }
  }

  @Test
  void weightsStayWithinTheirBounds() {
    assertThat(change(8, 2)).isCloseTo(2, within(1e-6));
    assertThat(change(-9, -2)).isCloseTo(-1, within(1e-6));
  }

  @Test
  void everySpikeOpensItsWindowAnew() {
    double weight =
        Pairing.weight(
            rule(), "0 mV", RectWindowStdpTest::windows, new long[] {10, 14}, new long[] {16, 17});
    assertThat(weight).isCloseTo(8, within(1e-6));
  }
}
