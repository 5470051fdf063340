package dev.glia.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  /** Seven samples, whose value is their index; of class 2 there's only one. */
  private record Few(int classes) implements Dataset {
    @Override
    public long size() {
      return 7;
    }

    @Override
    public int[] shape() {
      return new int[] {1};
    }

    @Override
    public Sample sample(long index) {
      return Sample.of(new float[] {index}, index == 6 ? 2 : (int) index % 2);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Test
  void everyRoundShowsEachClassOnce() {
    List<Sample> shown = Rounds.of(new Few(3), 6, new RandomStream(1, "rounds", 0));
    assertThat(shown).hasSize(18);
    for (int round = 0; round < 6; round++) {
      assertThat(shown.subList(3 * round, 3 * round + 3))
          .extracting(Sample::label)
          .containsExactlyInAnyOrder(0, 1, 2);
    }
    assertThat(shown.subList(0, 9).stream().filter(s -> s.label() == 0))
        .extracting(s -> s.values()[0])
        .as("all of a class before one again")
        .containsExactlyInAnyOrder(0f, 2f, 4f);
  }

  @Test
  void classWithoutASampleIsNamed() {
    assertThatThrownBy(() -> Rounds.of(new Few(4), 1, new RandomStream(1, "rounds", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class 3 has no sample");
  }
}
