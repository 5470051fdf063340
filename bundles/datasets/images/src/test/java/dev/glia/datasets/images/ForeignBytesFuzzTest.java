package dev.glia.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever bytes a file holds: it's read, or a fault names it. {@code -Dglia.fuzz=1000000}. */
class ForeignBytesFuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);

  private static final Path FILE = Path.of("fuzzed");

  private interface Reader {
    void read(InputStream in) throws IOException;
  }

  @Test
  void damagedIdxFilesNeverEndInAnythingButAFault() {
    byte[] images = IdxFiles.counting(4, 5, 6);
    fuzz(
        new byte[][] {images, IdxFiles.gzip(images), IdxFiles.labels(30)},
        in -> {
          Idx idx = IdxReader.read(in, FILE, 3, DataProgress.SILENT);
          assertThat(idx.bytes()).hasSize(idx.shape()[0] * idx.shape()[1] * idx.shape()[2]);
        });
  }

  @Test
  void damagedDigitsNeverEndInAnythingButAFault() {
    byte[] digits = DigitsTest.csv(6).getBytes(StandardCharsets.US_ASCII);
    fuzz(
        new byte[][] {digits, IdxFiles.gzip(digits)},
        in -> assertThat(DigitsFile.read(in, FILE).split(false).size()).isPositive());
  }

  private void fuzz(byte[][] seeds, Reader reader) {
    SplittableRandom random = new SplittableRandom(20261124);
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] content = damaged(seeds[i % seeds.length], random);
      try {
        reader.read(new ByteArrayInputStream(content));
        accepted++;
      } catch (Fault refused) {
        assertThat(refused).hasMessageContaining("fuzzed");
      } catch (IOException | RuntimeException | Error escaped) {
        fail("input " + i + ": " + Arrays.toString(content), escaped);
      }
    }
    assertThat(accepted).as("inputs that were read").isBetween(1, INPUTS - 1);
  }

  private static byte[] damaged(byte[] seed, SplittableRandom random) {
    byte[] content = seed.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int place =
          random.nextInt(random.nextBoolean() ? Math.min(20, content.length) : content.length);
      switch (random.nextInt(5)) {
        case 0 -> content[place] = (byte) random.nextInt();
        case 1 -> content[place] ^= (byte) (1 << random.nextInt(8));
        case 2 -> content = Arrays.copyOf(content, place + 1);
        case 3 -> content = Arrays.copyOf(content, content.length + random.nextInt(40));
        default -> content[place] = (byte) (random.nextBoolean() ? 0xFF : 0);
      }
    }
    return content;
  }
}
