package dev.glia.platform.runner.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainDistanceTest {
  private static TrainDistance of(long[] own, long[] shadow) {
    TrainDistance distance = new TrainDistance(1, 1e-3);
    int i = 0;
    int j = 0;
    while (i < own.length || j < shadow.length) {
      boolean first = j == shadow.length || i < own.length && own[i] <= shadow[j];
      distance.add(first ? 0 : 1, first ? own[i++] : shadow[j++], 0);
    }
    return distance;
  }

  @Test
  void equalTrainsHaveNoDistance() {
    TrainDistance distance = of(new long[] {3, 7, 20}, new long[] {3, 7, 20});
    assertThat(distance.vanRossum()).isZero();
    assertThat(distance.victorPurpura()).isZero();
  }

  @Test
  void oneSpikeMoreCostsOneAndIsTheRootOfAHalfAway() {
    TrainDistance distance = of(new long[] {3, 20}, new long[] {20});
    assertThat(distance.victorPurpura()).isEqualTo(1);
    assertThat(of(new long[] {3}, new long[0]).vanRossum()).isEqualTo(Math.sqrt(0.5));
  }

  /** Van Rossum: two single spikes by Δ apart are 1 - exp(-Δ/τ) away, squared. */
  @Test
  void aShiftCostsItsShareOfTheTime() {
    TrainDistance distance = of(new long[] {10}, new long[] {15});
    assertThat(distance.victorPurpura()).isCloseTo(0.5, within(1e-12));
    assertThat(distance.vanRossum()).isCloseTo(Math.sqrt(1 - Math.exp(-0.5)), within(1e-12));
    assertThat(of(new long[] {10}, new long[] {100}).victorPurpura()).isEqualTo(2);
  }

  @Test
  void costIsSymmetricAndEditsAsLittleAsPossible() {
    long[] a = {1, 9, 30, 31};
    long[] b = {2, 10, 11, 50};
    assertThat(TrainDistance.cost(a, b, 0.1)).isEqualTo(TrainDistance.cost(b, a, 0.1));
    // 1 to 2, 9 to 10, 30 and 31 away, 11 and 50 new; a shift from 30 to 11 costs 1.9, from 31 to
    // 50 as much: less than two edits each.
    assertThat(TrainDistance.cost(a, b, 0.1)).isCloseTo(0.1 + 0.1 + 1.9 + 1.9, within(1e-12));
  }
}
