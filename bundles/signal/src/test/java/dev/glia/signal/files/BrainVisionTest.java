package dev.glia.signal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainVisionTest {
  @TempDir Path folder;

  private static final MemoryRecording NOISE =
      Signals.noise(
          new double[] {250, 250, 250},
          List.of(new Stretch(0, 2)),
          List.of(
              new Annotation(0.5, 0, "Stimulus", "S  1", -1),
              new Annotation(1, 0.2, "Comment", "a, b", 1)));

  private SignalRecording open(Path header) {
    return BrainVision.open(header);
  }

  private Path written() {
    Path header = folder.resolve("lab.vhdr");
    BrainVisionWriter.write(NOISE, header);
    return header;
  }

  private void change(String file, String from, String to) throws Exception {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    try (SignalRecording read = open(written())) {
      assertThat(read.channels()).isEqualTo(NOISE.channels());
      assertThat(read.annotations()).isEqualTo(NOISE.annotations());
      for (int c = 0; c < 3; c++) {
        assertThat(read.read(c, 0, 500)).containsExactly(NOISE.read(c, 0, 500), within(1e-11));
        assertThat(read.read(c, 123, 7))
            .isEqualTo(Arrays.copyOfRange(read.read(c, 0, 500), 123, 130));
      }
    }
  }

  @Test
  void channelsThatLieOneAfterTheOtherAreRead() throws Exception {
    Path header = written();
    change("lab.vhdr", "MULTIPLEXED", "VECTORIZED");
    change("lab.vhdr", "IEEE_FLOAT_32", "INT_16");
    ByteBuffer data = ByteBuffer.allocate(3 * 10 * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 30; i++) {
      data.putShort((short) (100 - i * 7));
    }
    Files.write(folder.resolve("lab.eeg"), data.array());
    try (SignalRecording read = open(header)) {
      assertThat(read.read(1, 2, 2)).containsExactly(new double[] {16e-6, 9e-6}, within(1e-15));
    }
  }

  @Test
  void dataOfAnotherFolderIsRefused() throws Exception {
    Path header = written();
    change("lab.vhdr", "DataFile=lab.eeg", "DataFile=../lab.eeg");
    assertThatThrownBy(() -> open(header))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.vhdr: line 5: [common infos]: datafile: '../lab.eeg'");
  }

  @Test
  void dataThatIsCutOffIsRefusedWithTheOffset() throws Exception {
    Path header = written();
    Path data = folder.resolve("lab.eeg");
    Files.write(data, Arrays.copyOf(Files.readAllBytes(data), 4001));
    assertThatThrownBy(() -> open(header))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.eeg: byte 4001: cut off");
  }

  @Test
  void missingDataIsNamed() throws Exception {
    Path header = written();
    Files.delete(folder.resolve("lab.vmrk"));
    assertThatThrownBy(() -> open(header))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.vmrk: there's no such file");
  }

  @Test
  void damagedFieldsAreNamed() throws Exception {
    Path header = written();
    change("lab.vmrk", "Mk2=Comment,a\\1 b,251", "Mk2=Comment,a\\1 b,soon");
    assertThatThrownBy(() -> open(header))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.vmrk: line 9: [marker infos]: mk2: 'soon'");
  }

  /** Figures computed from the bytes with NumPy. */
  @Test
  void realRecordingIsRead() {
    try (SignalRecording read = open(RealData.file("test.vhdr"))) {
      assertThat(read.channels()).hasSize(32).allMatch(channel -> channel.rate() == 1000);
      assertThat(read.seconds()).isEqualTo(7.9);
      double[] first = read.read(0, 0, 7900);
      assertThat(Arrays.stream(first).average().orElse(0))
          .isCloseTo(0.11639240506329114e-6, within(1e-15));
      assertThat(first[2]).isCloseTo(-24e-6, within(1e-15));
      assertThat(read.channels().get(26).unit()).isEqualTo("BS");
      assertThat(read.channels().get(29).unit()).isEqualTo("S");
      assertThat(read.annotations())
          .hasSize(14)
          .contains(new Annotation(0.486, 0, "Stimulus", "S253", -1));
    }
  }
}
