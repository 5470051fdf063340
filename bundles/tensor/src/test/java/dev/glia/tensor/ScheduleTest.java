package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void oneCycleRisesToItsLargestRateAndFallsToAlmostNothing() {
    Schedule schedule = Schedule.oneCycle(0.1);
    assertThat(schedule.rate(0, 100)).isCloseTo(0.004, within(1e-12));
    assertThat(schedule.rate(29, 100)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.rate(64, 100)).as("half way down").isCloseTo(0.05, within(1e-6));
    assertThat(schedule.rate(99, 100)).isCloseTo(4e-7, within(1e-12));
    assertThat(schedule.rate(0, 2)).isBetween(0.0, 0.1);
  }

  @Test
  void cosineFallsToZero() {
    Schedule schedule = Schedule.cosine(2);
    assertThat(schedule.rate(0, 10)).isEqualTo(2);
    assertThat(schedule.rate(5, 10)).isCloseTo(1, within(1e-12));
    assertThat(schedule.rate(10, 10)).isCloseTo(0, within(1e-12));
  }

  @Test
  void warmUpIsLinear() {
    Schedule schedule = Schedule.constant(1).warmUp(4);
    assertThat(schedule.rate(0, 100)).isCloseTo(0.2, within(1e-12));
    assertThat(schedule.rate(3, 100)).isCloseTo(0.8, within(1e-12));
    assertThat(schedule.rate(4, 100)).isEqualTo(1);
  }

  @Test
  void inStairsItChangesOnceAnEpoch() {
    Schedule schedule = Schedule.cosine(1).inStairs(10);
    assertThat(schedule.rate(9, 100)).isEqualTo(1);
    assertThat(schedule.rate(50, 100)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.rate(59, 100)).isEqualTo(schedule.rate(50, 100));
  }
}
