package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class PairStdpNearestTest extends LearningRuleContract {
  @Override
  protected LearningRule rule() {
    return ModelResources.learning("pair-stdp-nearest");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void onlyTheLastSpikeOfTheOtherSideCounts() {
    double weight =
        Pairing.weight(rule(), "0.5 mV", p -> {}, new long[] {100, 110}, new long[] {120});
    assertThat(weight - 0.5).isCloseTo(0.005 * Math.exp(-0.5), within(1e-7));
  }

  @Test
  void onePairIsAsInTheAllToAllRule() {
    for (int distance : new int[] {-20, -3, 3, 20}) {
      assertThat(Pairing.change(rule(), "0.5 mV", p -> {}, distance))
          .isCloseTo(
              Pairing.change(ModelResources.learning("pair-stdp"), "0.5 mV", p -> {}, distance),
              within(1e-9));
    }
  }
}
