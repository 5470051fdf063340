package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairStdpMultiplicativeTest extends LearningRuleContract {
  @Override
  protected LearningRule rule() {
    return ModelResources.learning("pair-stdp-multiplicative");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Test
  void stepsAreInProportionToWhatIsLeft() {
    for (double w : new double[] {0.1, 0.5, 0.9}) {
      assertThat(Pairing.change(rule(), w + " mV", p -> {}, 20))
          .isCloseTo(0.005 * (1 - w) * Math.exp(-1), within(1e-7));
      assertThat(Pairing.change(rule(), w + " mV", p -> {}, -20))
          .isCloseTo(-0.00525 * w * Math.exp(-1), within(1e-7));
    }
  }

  @Test
  void balancedPairsSettleBetweenTheBounds() {
    // Pairs of +10 and -10 ms, 200 ms apart: w* = a_plus/(a_plus + a_minus) but for the order.
    long[] source = LongStream.range(0, 500).map(i -> 100 + 200 * i).toArray();
    long[] target =
        LongStream.range(0, 500).map(i -> 100 + 200 * i + (i % 2 == 0 ? 10 : -10)).toArray();
    double weight =
        Pairing.weight(
            rule(),
            "0.1 mV",
            p -> p.set("rule.a_plus", "0.02").set("rule.a_minus", "0.02"),
            source,
            target);
    assertThat(weight).isCloseTo(0.5, within(0.01));
  }
}
