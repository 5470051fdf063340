package dev.glia.learning.stdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.testkit.LearningRuleContract;
import dev.glia.api.testkit.ModelResources;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagTableStdpTest extends LearningRuleContract {
  static final String CHANGES = "whatever wasn't causal is weakened, silence too";

  @Override
  protected LearningRule rule() {
    return ModelResources.learning("lag-table-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  @Override
  protected Optional<String> changesWithoutSpikes() {
    return Optional.of(CHANGES);
  }

  /** The rule as its paper writes it, over histories of spikes. */
  private static double expected(List<Long> pre, List<Long> post, int ticks) {
    double[] plus = {1, 0.5, 0.1, 0.01, 0.001};
    double change = 0;
    for (long now = 0; now < ticks; now++) {
      for (int lag = 1; lag <= 5; lag++) {
        boolean causal = pre.contains(now - lag) && post.contains(now);
        change += causal ? plus[lag - 1] : -1e-4;
      }
    }
    return change;
  }

  /** The last spike decides how many ticks are run: one more. */
  @Test
  void everyLagHasItsNumberAndAllElseIsWeakened() {
    long[] pre = {3, 4, 7, 12, 13, 14, 15, 16};
    long[] post = {2, 4, 8, 9, 15, 17, 20, 30};
    double change = Pairing.weight(rule(), "3 mV", p -> {}, pre, post) - 3;
    assertThat(change).isCloseTo(expected(boxed(pre), boxed(post), 31), within(1e-6));
  }

  @Test
  void withoutSpikesItLosesTheSameInEveryTick() {
    double change = Pairing.weight(rule(), "3 mV", p -> {}, new long[] {1}, new long[] {40}) - 3;
    assertThat(change).isCloseTo(-41 * 5e-4, within(1e-6));
  }

  private static List<Long> boxed(long[] ticks) {
    return Arrays.stream(ticks).boxed().toList();
  }
}
