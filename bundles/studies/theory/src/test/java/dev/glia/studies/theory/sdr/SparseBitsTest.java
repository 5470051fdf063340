package dev.glia.studies.theory.sdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparseBitsTest {
  private final RandomStream random = new RandomStream(3, "bits", 0);

  @Test
  void drawsDistinctBitsThatWereZero() {
    SparseBits bits = new SparseBits(130);
    int[] first = new int[20];
    int[] second = new int[30];
    bits.draw(first, random);
    bits.draw(second, random);
    assertThat(bits.count()).isEqualTo(50);
    assertThat(Arrays.stream(first).filter(bits::get).distinct()).hasSize(20);
    assertThat(Arrays.stream(second).filter(i -> Arrays.stream(first).anyMatch(f -> f == i)))
        .isEmpty();
  }

  @Test
  void everyBitIsDrawnEquallyOften() {
    int[] drawn = new int[70];
    int[] chosen = new int[7];
    SparseBits bits = new SparseBits(70);
    for (int trial = 0; trial < 20_000; trial++) {
      bits.clear();
      bits.draw(chosen, random);
      Arrays.stream(chosen).forEach(i -> drawn[i]++);
    }
    assertThat(Arrays.stream(drawn).boxed())
        .allSatisfy(n -> assertThat(n / 20_000.0).isCloseTo(0.1, within(0.012)));
  }

  @Test
  void segmentSpikesAtItsThreshold() {
    SparseBits active = new SparseBits(200);
    Segment segment = new Segment(200, 3);
    segment.learn(new int[] {0, 63, 64, 199, 7}, 4);
    active.set(0);
    active.set(64);
    active.set(7);
    assertThat(segment.overlap(active)).isEqualTo(2);
    assertThat(segment.spikes(active)).isFalse();
    active.set(199);
    assertThat(segment.spikes(active)).isTrue();
    active.clear(0);
    assertThat(segment.spikes(active)).isFalse();
    active.set(0);
    segment.forget();
    assertThat(segment.overlap(active)).isZero();
  }
}
