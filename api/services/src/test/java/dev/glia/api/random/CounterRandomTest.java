package dev.glia.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterRandomTest {
  /** Known answers of the authors' Random123 distribution, philox4x32-10. */
  @Test
  void blockEqualsThePublishedAnswers() {
    assertThat(block(0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    assertThat(block(-1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    assertThat(block(0x299f31d0a4093822L, 0x85a308d3243f6a88L, 0x0370734413198a2eL))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void aWordIsThatOfItsBlock() {
    int[] block = block(7, 11, 13);
    for (int word = 0; word < 4; word++) {
      assertThat(CounterRandom.bits(7, 11, 13, word)).isEqualTo(block[word]);
    }
  }

  @Test
  void uniformStaysBelowOne() {
    assertThat(CounterRandom.uniform(-1)).isLessThan(1f).isGreaterThan(0.9999999f);
    assertThat(CounterRandom.uniform(0)).isZero();
    assertThat(CounterRandom.uniform(-1, -1)).isLessThan(1.0);
  }

  private static int[] block(long key, long low, long high) {
    int[] out = new int[4];
    CounterRandom.block(key, low, high, out);
    return out;
  }
}
