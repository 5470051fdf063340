package dev.glia.signal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.SensorType;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of real files were computed from their bytes with NumPy. */
class EdfTest {
  private static SignalRecording open(byte[] bytes) {
    return Edf.open(Source.of("lab.edf", bytes));
  }

  private static SignalRecording real(String file) {
    return Edf.open(RealData.file(file));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double spread(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  private static void same(SignalRecording written, SignalRecording read, double step) {
    assertThat(read.channels()).hasSameSizeAs(written.channels());
    for (int c = 0; c < written.channels().size(); c++) {
      int count = (int) written.channels().get(c).samples();
      assertThat(read.channels().get(c)).isEqualTo(written.channels().get(c));
      assertThat(read.read(c, 0, count)).containsExactly(written.read(c, 0, count), within(step));
    }
  }

  @Test
  void whatWasWrittenIsReadAgainToHalfAStep() {
    MemoryRecording two = Signals.two();
    try (SignalRecording edf = open(EdfWriter.edf(two, 0.5));
        SignalRecording bdf = open(EdfWriter.bdf(two, 0.5))) {
      same(two, edf, 0.51 * 1.01e-4 / 65534);
      same(two, bdf, 0.51 * 1.01e-4 / 16777214);
    }
  }

  @Test
  void discontinuousRecordsKeepTheirTimes() {
    try (SignalRecording read = open(EdfWriter.edf(Signals.two(), 0.5))) {
      assertThat(read.stretches()).containsExactly(new Stretch(0, 2), new Stretch(5.5, 1));
      assertThat(read.seconds()).isEqualTo(3);
    }
  }

  @Test
  void annotationsOfAllRecordsAreRead() {
    try (SignalRecording read = open(EdfWriter.edf(Signals.two(), 0.5))) {
      assertThat(read.annotations())
          .containsExactly(
              new Annotation(0.25, 0, "Annotation", "blink", -1),
              new Annotation(5.75, 0.5, "Annotation", "töne, laut", -1));
    }
  }

  @Test
  void anyPartOfAChannelIsWhatTheWholeHolds() {
    try (SignalRecording read = open(EdfWriter.edf(Signals.two(), 0.5))) {
      double[] all = read.read(0, 0, 48);
      for (int from = 0; from < 48; from += 5) {
        double[] part = read.read(0, from, Math.min(13, 48 - from));
        assertThat(part).isEqualTo(Arrays.copyOfRange(all, from, from + part.length));
      }
      assertThatThrownBy(() -> read.read(0, 40, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void unknownNumberOfRecordsFollowsFromTheSize() {
    byte[] bytes = EdfWriter.edf(Signals.two(), 0.5);
    System.arraycopy("-1      ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 236, 8);
    try (SignalRecording read = open(bytes)) {
      assertThat(read.channels().get(0).samples()).isEqualTo(48);
    }
  }

  @Test
  void aFileThatIsCutOffIsRefusedWithTheOffset() {
    byte[] bytes = EdfWriter.edf(Signals.two(), 0.5);
    for (int length : new int[] {0, 100, 255, 300, 1023, 1100, bytes.length - 1}) {
      assertThatThrownBy(() -> open(Arrays.copyOf(bytes, length)))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("lab.edf: byte " + length + ": cut off");
    }
  }

  @Test
  void aDamagedFieldIsNamed() {
    byte[] bytes = EdfWriter.edf(Signals.two(), 0.5);
    bytes[256 + 3 * 216] = 'x';
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.edf: byte 904: samples in a record: 'x'");
  }

  @Test
  void realRecordingWithAnnotationsIsRead() {
    try (SignalRecording edf = real("test.edf")) {
      assertThat(edf.channels()).hasSize(139).allMatch(channel -> channel.rate() == 512);
      assertThat(edf.channels().get(1).name()).isEqualTo("A2");
      assertThat(edf.channels().get(1).unit()).isEqualTo("V");
      double[] a1 = edf.read(0, 0, 3072);
      assertThat(Arrays.copyOf(a1, 3))
          .containsExactly(new double[] {-15e-6, -3e-6, -3e-6}, within(1e-12));
      assertThat(mean(a1)).isCloseTo(-2.404296875e-6, within(1e-14));
      assertThat(spread(edf.read(70, 0, 3072))).isCloseTo(21.428196612465854e-6, within(1e-13));
      assertThat(edf.annotations()).isNotEmpty().anyMatch(a -> a.text().equals("type A"));
    }
  }

  @Test
  void realRecordingWithUnevenRatesIsRead() {
    try (SignalRecording edf = real("test_uneven_samp.edf")) {
      assertThat(edf.channels().get(0).rate()).isEqualTo(100);
      assertThat(edf.channels().get(1).rate()).isEqualTo(12.8);
      assertThat(edf.seconds()).isEqualTo(110);
      assertThat(spread(edf.read(0, 0, 11000))).isCloseTo(3.533445536245949, within(1e-12));
      assertThat(mean(edf.read(1, 0, 1408))).isCloseTo(0.5e-6, within(1e-14));
    }
  }

  @Test
  void realBioSemiRecordingIsReadWithItsTriggers() {
    try (SignalRecording bdf = real("test.bdf")) {
      assertThat(bdf.channels()).hasSize(73);
      assertThat(mean(bdf.read(0, 0, 2048))).isCloseTo(14672.686464926705e-6, within(1e-12));
      assertThat(spread(bdf.read(36, 0, 2048))).isCloseTo(46.22935520447699e-6, within(1e-13));
      assertThat(bdf.channels().get(72).type()).isEqualTo(SensorType.TRIGGER);
      assertThat(bdf.annotations()).allMatch(a -> a.type().equals("Status")).isNotEmpty();
    }
  }

  @Test
  void missingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> Edf.open(folder.resolve("no.edf")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("no.edf: there's no such file");
  }

  @Test
  void aLargeFileIsReadPieceByPiece(@TempDir Path folder) throws Exception {
    MemoryRecording hour =
        Signals.noise(new double[] {256, 256}, List.of(new Stretch(0, 600)), List.of());
    Path file = Files.write(folder.resolve("long.edf"), EdfWriter.edf(hour, 1));
    try (SignalRecording read = Edf.open(file)) {
      long before = Allocation.ofThisThread();
      double[] piece = read.read(1, 100_000, 256);
      assertThat(Allocation.ofThisThread() - before).isLessThan(200_000);
      assertThat(piece).containsExactly(hour.read(1, 100_000, 256), within(2e-9));
    }
  }
}
