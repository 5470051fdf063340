package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  @TempDir Path folder;

  @Test
  void plainAndCompressedFilesHoldTheSame() throws IOException {
    byte[] content = IdxFiles.counting(3, 4, 5);
    Idx plain = read(content, 3);
    Idx compressed = read(IdxFiles.gzip(content), 3);
    assertThat(plain.shape()).containsExactly(3, 4, 5);
    assertThat(plain.entries()).isEqualTo(3);
    assertThat(plain.bytes()).hasSize(60).startsWith(0, 1, 2);
    assertThat(compressed.shape()).isEqualTo(plain.shape());
    assertThat(compressed.bytes()).isEqualTo(plain.bytes());
  }

  @Test
  void truncatedFileIsRefusedWhereverItEnds() throws IOException {
    byte[] content = IdxFiles.counting(2, 3, 3);
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> read(cut, 3))
          .as("cut to %d bytes", length)
          .isInstanceOf(Fault.class)
          .hasMessageContaining("file.idx: at byte " + length + ": the file ends");
    }
  }

  @Test
  void truncatedCompressedFileIsRefusedWhereverItEnds() throws IOException {
    byte[] content = IdxFiles.gzip(IdxFiles.counting(2, 3, 3));
    for (int length = 2; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> read(cut, 3))
          .as("cut to %d bytes", length)
          .isInstanceOf(Fault.class)
          .hasMessageContaining("file.idx: at byte ");
    }
  }

  @Test
  void foreignFilesAreRefused() throws IOException {
    assertRefused("<html>not found</html>".getBytes(), "at byte 0: not an IDX file", "0x3c68");
    assertRefused(IdxFiles.of(13, new int[] {1, 1, 1}, new byte[4]), "at byte 2", "type 13");
    assertRefused(IdxFiles.labels(5), "at byte 3: 1 dimensions, expected 3");
    assertRefused(IdxFiles.of(8, new int[] {1, 0, 1}, new byte[0]), "at byte 8", "has length 0");
    assertRefused(
        IdxFiles.of(8, new int[] {1, 28, -1}, new byte[0]), "at byte 12", "length 4294967295");
  }

  @Test
  void absurdDimensionsAreRefusedBeforeMemoryIsTaken() throws IOException {
    int most = Integer.MAX_VALUE;
    assertRefused(
        IdxFiles.of(8, new int[] {most, most, most}, new byte[3]),
        "2147483647 × 2147483647 × 2147483647 values, more than 128 MiB");
    assertRefused(
        IdxFiles.of(8, new int[] {100_000, 32, 32}, new byte[3]),
        "at byte 19: the file ends here; 102399997 bytes are missing");
  }

  @Test
  void compressionBombIsReadNoFurtherThanItsHeaderSays() throws IOException {
    byte[] bomb = IdxFiles.gzip(IdxFiles.of(8, new int[] {1, 2, 2}, new byte[20_000_000]));
    assertThat(bomb.length).isLessThan(50_000);
    assertRefused(bomb, "at byte 20: more bytes than the 1 × 2 × 2 values");
  }

  @Test
  void damagedCompressionIsRefused() throws IOException {
    byte[] content = IdxFiles.gzip(IdxFiles.counting(20, 10, 10));
    content[content.length / 2] ^= 0x55;
    assertRefused(content, "file.idx: at byte ", "Replace the file");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> IdxReader.read(folder.resolve("gone"), 3, DataProgress.SILENT))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("gone");
  }

  private void assertRefused(byte[] content, String... message) {
    assertThatThrownBy(() -> read(content, 3))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll(message);
  }

  private Idx read(byte[] content, int dimensions) throws IOException {
    Path file = Files.write(folder.resolve("file.idx"), content);
    return IdxReader.read(file, dimensions, DataProgress.SILENT);
  }
}
