package dev.glia.datasets.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.testkit.ServiceClaims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NMnistTest {
  private static final int FUZZ = Integer.getInteger("glia.fuzz", 50_000);

  @TempDir Path folder;

  private static byte[] event(int column, int row, int polarity, int micros) {
    return new byte[] {
      (byte) column,
      (byte) row,
      (byte) (polarity << 7 | micros >> 16),
      (byte) (micros >> 8),
      (byte) micros
    };
  }

  private static byte[] join(byte[]... parts) throws IOException {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }

  private static Sample read(byte[] content) throws IOException {
    return NMnistReader.read(new ByteArrayInputStream(content), "a.bin", 3);
  }

  @Test
  void bundleRegistersWhatTheSourceDescribes() throws IOException {
    ServiceClaims.check(new NMnist());
  }

  @Test
  void eventsAreReadBitByBit() throws IOException {
    Sample sample =
        read(join(event(33, 2, 1, 0x12345), event(0, 240, 0, 0), event(1, 33, 0, 0x7FFFFF)));
    assertThat(sample.label()).isEqualTo(3);
    assertThat(sample.events())
        .containsExactly(
            new Sample.Event(0x12345 * 1e-6, (34 + 2) * 34 + 33),
            new Sample.Event((0x7FFFFF + 8192) * 1e-6, 33 * 34 + 1));
    assertThat(sample.values()[33 * 34 + 1]).isEqualTo(1);
  }

  @Test
  void damageIsNamedWithItsPlace() throws IOException {
    byte[] two = join(event(1, 2, 1, 5), event(3, 4, 0, 6));
    for (int length = 1; length < 10; length++) {
      byte[] cut = java.util.Arrays.copyOf(two, length);
      if (length == 5) {
        assertThat(read(cut).events()).hasSize(1);
      } else {
        assertThatThrownBy(() -> read(cut))
            .isInstanceOf(Fault.class)
            .hasMessageContaining("a.bin: at byte " + length + ":");
      }
    }
    assertThatThrownBy(() -> read(join(event(1, 2, 1, 5), event(34, 4, 0, 6))))
        .isInstanceOf(Fault.class)
        .hasMessageContainingAll("at byte 5", "column 34");
  }

  @Test
  void endlessFileIsReadNoFurtherThanARecordingCanBe() {
    java.io.InputStream endless =
        new java.io.InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            java.util.Arrays.fill(bytes, from, from + length, (byte) 0);
            return length;
          }
        };
    assertThatThrownBy(() -> NMnistReader.read(endless, "a.bin", 0))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("at byte 5000000");
  }

  @Test
  void anyBytesAreARecordingOrAFault() throws IOException {
    SplittableRandom random = new SplittableRandom(Long.getLong("glia.test.seed", 17));
    int accepted = 0;
    for (int i = 0; i < FUZZ; i++) {
      byte[] content = new byte[random.nextInt(8) * 5 + (random.nextInt(4) == 0 ? 1 : 0)];
      random.nextBytes(content);
      for (int k = 0; k + 1 < content.length; k += 5) {
        if (random.nextInt(12) != 0) {
          content[k] = (byte) random.nextInt(34);
          content[k + 1] = (byte) (random.nextInt(9) == 0 ? 240 : random.nextInt(34));
        }
      }
      try {
        double last = 0;
        for (Sample.Event event : read(content).events()) {
          assertThat(event.address()).isBetween(0, 2 * 34 * 34 - 1);
          assertThat(event.seconds()).isGreaterThanOrEqualTo(last);
          last = event.seconds();
        }
        accepted++;
      } catch (Fault fault) {
        assertThat(fault.getMessage()).startsWith("a.bin: at byte ");
      }
    }
    assertThat(accepted).isBetween(FUZZ / 5, FUZZ - FUZZ / 5);
  }

  @Test
  void foldersAreLabelsAndDigitsTakeTurns() throws IOException {
    for (int digit = 0; digit < 10; digit++) {
      Path of = Files.createDirectories(folder.resolve("n-mnist/Train/" + digit));
      for (int k = 0; k <= digit % 2; k++) {
        Files.write(of.resolve("0000" + k + ".bin"), event(digit, k, 1, 7));
      }
    }
    DataPlace place = new DataPlace(Optional.of(folder), folder, false, DataProgress.SILENT);
    try (Dataset train = new NMnist().open("train", Parameters.NONE, place)) {
      assertThat(train.size()).isEqualTo(15);
      for (int k = 0; k < 10; k++) {
        assertThat(train.sample(k).label()).isEqualTo(k);
        assertThat(train.sample(k).events()[0].address()).isEqualTo(34 * 34 + k);
      }
      assertThat(train.sample(10).label()).isEqualTo(1);
    }
    assertThat(new NMnist().files("train", Parameters.NONE, place).orElseThrow()).hasSize(15);
    assertThatThrownBy(() -> new NMnist().open("test", Parameters.NONE, place))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("Test.zip");
  }
}
