package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {
  @TempDir Path folder;

  /** Digits whose pixels all equal their label. */
  static String csv(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((i % 10 + ",").repeat(64)).append(i % 10).append('\n');
    }
    return text.toString();
  }

  @Test
  void everyFifthDigitIsATestDigit() throws IOException {
    Files.writeString(folder.resolve("digits.csv"), csv(12));
    Dataset test = open("test");
    assertThat(test.size()).isEqualTo(2);
    assertThat(test.sample(0).label()).isEqualTo(4);
    assertThat(test.sample(1).label()).isEqualTo(9);
    assertThat(test.sample(1).values()).hasSize(64).containsOnly(9 * 255f / 16);
    assertThat(test.shape()).containsExactly(8, 8);
    Dataset train = open("train");
    assertThat(train.size()).isEqualTo(10);
    assertThat(train.sample(4).label()).isEqualTo(5);
    assertThat(train.origin()).startsWith("10 of 12 digits");
  }

  @Test
  void compressedFileInItsOwnFolderComesFirst() throws IOException {
    Files.writeString(folder.resolve("digits.csv"), "nonsense");
    Path own = Files.createDirectory(folder.resolve("digits8x8"));
    Files.write(
        own.resolve("digits.csv.gz"), IdxFiles.gzip(csv(5).getBytes(StandardCharsets.US_ASCII)));
    assertThat(open("train").size()).isEqualTo(4);
  }

  @Test
  void badLinesAreNamed() throws IOException {
    assertRefused(csv(5) + "1,2,3\n", "digits.csv:6: 3 fields");
    assertRefused(csv(5).replaceFirst("0", "17"), "digits.csv:1: '17', expected", "0 to 16");
    assertRefused(csv(5).replaceFirst("0\n", "x\n"), "digits.csv:1: 'x', expected", "0 to 9");
    assertRefused(csv(3), "has 3 digits");
    assertRefused("", "has 0 digits");
    assertRefused("1".repeat(20_000_000), "more data than such a file can have");
  }

  private void assertRefused(String content, String... message) throws IOException {
    Files.writeString(folder.resolve("digits.csv"), content);
    assertThatThrownBy(() -> open("train"))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(message);
  }

  @Test
  void absenceSaysWhatToPutWhere() {
    assertThatThrownBy(() -> open("train"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.MISSING))
        .hasMessageContainingAll("digits.csv.gz", "scikit-learn");
    assertThatThrownBy(() -> open("validation"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("has train and test");
  }

  @Test
  @EnabledIf(
      value = "dev.glia.datasets.images.RealData#isThere",
      disabledReason = RealData.WHY_SKIPPED)
  void realDigitsAreAllRead() {
    Digits8x8 source = new Digits8x8();
    DataPlace place = RealData.place(folder);
    Dataset train = source.open("train", Parameters.NONE, place);
    Dataset test = source.open("test", Parameters.NONE, place);
    assertThat(train.size()).isEqualTo(1438);
    assertThat(test.size()).isEqualTo(359);
    assertThat(train.sample(0).label()).isZero();
  }

  private Dataset open(String split) {
    return new Digits8x8()
        .open(
            split,
            Parameters.NONE,
            new DataPlace(
                Optional.of(folder), folder.resolve("cache"), false, DataProgress.SILENT));
  }
}
