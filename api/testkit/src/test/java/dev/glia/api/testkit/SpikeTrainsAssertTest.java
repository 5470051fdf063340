package dev.glia.api.testkit;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.analysis.Recording.SpikeTrains;
import org.junit.jupiter.api.Test;

class SpikeTrainsAssertTest {
  private static SpikeTrains trains(long[] ticks, int[] neurons) {
    return new SpikeTrains("cells", 3, ticks, neurons);
  }

  private final SpikeTrains three = trains(new long[] {2, 5, 9}, new int[] {0, 1, 0});

  @Test
  void acceptsWhatIsTrue() {
    assertThatSpikes(three)
        .hasCount(3)
        .hasCountBetween(1, 3)
        .hasSpikesOf(0, 2, 9)
        .hasSpikesOf(2)
        .hasIntervalsBetween(7, 7)
        .isSameAsSpikes(trains(new long[] {2, 5, 9}, new int[] {0, 1, 0}));
    assertThatSpikes(trains(new long[0], new int[0])).isSilent();
  }

  @Test
  void namesTheFirstDifferenceByTickPopulationAndNeuron() {
    refuses(
        () -> assertThatSpikes(three).isSameAsSpikes(trains(new long[] {2, 6}, new int[] {0, 1})),
        "expected cells[1] at tick 6, found cells[1] at tick 5");
    refuses(
        () -> assertThatSpikes(three).isSameAsSpikes(trains(new long[] {2, 5}, new int[] {0, 1})),
        "3 spikes, expected 2; the first that shouldn't be is cells[0] at tick 9");
    refuses(
        () -> assertThatSpikes(trains(new long[] {2, 5}, new int[] {0, 1})).isSameAsSpikes(three),
        "the first missing is cells[0] at tick 9");
  }

  @Test
  void namesWrongCountsTicksAndIntervals() {
    refuses(() -> assertThatSpikes(three).isSilent(), "expected 0 spikes of cells, found 3");
    refuses(() -> assertThatSpikes(three).hasCountBetween(4, 6), "expected 4 to 6 spikes");
    refuses(() -> assertThatSpikes(three).hasSpikesOf(1, 4), "at ticks [4], but it did at [5]");
    refuses(
        () -> assertThatSpikes(three).hasIntervalsBetween(1, 6),
        "one of 7 that ends with cells[0]");
  }

  private static void refuses(Runnable assertion, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion::run)
        .withMessageContaining(message);
  }
}
