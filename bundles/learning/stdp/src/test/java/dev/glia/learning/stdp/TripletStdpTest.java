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

/** Pairs at several frequencies, as in figure 5 of Pfister and Gerstner (2006). */
class TripletStdpTest extends LearningRuleContract {
  private static final int PAIRS = 60;

  @Override
  protected LearningRule rule() {
    return ModelResources.learning("triplet-stdp");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  /** Relative change by 60 pairs. */
  private double change(int period, int distance) {
    long[] source = LongStream.range(0, PAIRS).map(i -> 500 + i * period).toArray();
    long[] target = LongStream.of(source).map(t -> t + distance).toArray();
    return Pairing.weight(rule(), "0.5 mV", p -> {}, source, target) - 0.5;
  }

  /** The sums over pairs and triplets, written out. */
  private static double closedForm(int period, int distance) {
    double sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      double pre = 500 + i * (double) period;
      double post = pre + distance;
      double r1 = 0;
      double o1 = 0;
      double r2 = 0;
      double o2 = 0;
      for (int j = 0; j < PAIRS; j++) {
        double otherPre = 500 + j * (double) period;
        double otherPost = otherPre + distance;
        r1 += otherPre <= post ? Math.exp(-(post - otherPre) / 16.8) : 0;
        o1 += otherPost < pre ? Math.exp(-(pre - otherPost) / 33.7) : 0;
        r2 += otherPre < pre ? Math.exp(-(pre - otherPre) / 101) : 0;
        o2 += otherPost < post ? Math.exp(-(post - otherPost) / 125) : 0;
      }
      sum += r1 * (5e-10 + 6.2e-3 * o2) - o1 * (7e-3 + 2.3e-4 * r2);
    }
    return sum;
  }

  @Test
  void changesAreTheSumsOverPairsAndTriplets() {
    for (int period : new int[] {1000, 100, 50, 25}) {
      for (int distance : new int[] {10, -10}) {
        double expected = closedForm(period, distance);
        assertThat(change(period, distance))
            .as("%d ms, %d ms", period, distance)
            .isCloseTo(Math.clamp(expected, -0.5, 0.5), within(2e-6));
      }
    }
  }

  @Test
  void potentiationGrowsWithFrequency() {
    assertThat(change(1000, 10)).isCloseTo(0, within(0.01));
    assertThat(change(100, 10)).isGreaterThan(change(1000, 10) + 0.05);
    assertThat(change(50, 10)).isGreaterThan(change(100, 10) + 0.1);
  }

  @Test
  void targetFirstDepressesAtLowAndPotentiatesAtHighFrequency() {
    assertThat(change(1000, -10)).isLessThan(-0.2);
    assertThat(change(20, -10)).isPositive();
  }
}
