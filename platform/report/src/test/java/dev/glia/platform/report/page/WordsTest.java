package dev.glia.platform.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "9.94, 9.9 s",
    "9.96, 10 s",
    "59.6, 1 min",
    "61, 1 min 1 s",
    "3599.7, 1 h",
    "7500, 2 h 5 min",
    "NaN, –",
    "-1, –"
  })
  void durationsAreShort(double seconds, String text) {
    assertThat(Words.duration(seconds).replace('\u00a0', ' ')).isEqualTo(text);
  }
}
