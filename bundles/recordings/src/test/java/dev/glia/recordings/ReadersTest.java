package dev.glia.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.signal.files.BrainVisionWriter;
import dev.glia.signal.files.EdfWriter;
import dev.glia.signal.recording.MemoryRecording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
  private static final MemoryRecording LAB =
      MemoryRecording.eeg(
          List.of("Cz", "Pz"), 4, new double[][] {{1e-6, 2e-6, 3e-6, 4e-6}, {0, 1e-6, 0, -1e-6}});

  @TempDir Path folder;

  private void same(RecordingReader reader, Path file, Parameters parameters, double within) {
    try (SignalRecording read = reader.open(file, parameters)) {
      assertThat(read.channels()).hasSize(2).allMatch(c -> c.rate() == 4 && c.unit().equals("V"));
      for (int c = 0; c < 2; c++) {
        assertThat(read.read(c, 0, 4)).containsExactly(LAB.read(c, 0, 4), within(within));
      }
    }
    assertThat(reader.descriptor().kind()).isEqualTo(ComponentKind.READER);
    String name = file.getFileName().toString();
    assertThat(reader.endings()).anyMatch(ending -> name.endsWith("." + ending));
  }

  @Test
  void eachReaderReadsItsFormat() throws Exception {
    same(
        new EdfReader(),
        Files.write(folder.resolve("lab.edf"), EdfWriter.edf(LAB, 1)),
        Parameters.NONE,
        1e-10);
    same(
        new EdfReader(),
        Files.write(folder.resolve("lab.bdf"), EdfWriter.bdf(LAB, 1)),
        Parameters.NONE,
        1e-12);
    BrainVisionWriter.write(LAB, folder.resolve("lab.vhdr"));
    same(new BrainVisionReader(), folder.resolve("lab.vhdr"), Parameters.NONE, 1e-12);
    double[] values = {1, 0, 2, 1, 3, 0, 4, -1};
    same(
        new NumpyReader(),
        Files.write(folder.resolve("lab.npy"), NpyArray.bytes(values, 4, 2)),
        new Parameters(Map.of("rate", 4.0, "unit", "uV", "order", "samples-first")),
        1e-15);
  }

  @Test
  void aFileOfAnotherKindIsRefusedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.edf"), "nothing of the kind ".repeat(20));
    assertThatThrownBy(() -> new EdfReader().open(file, Parameters.NONE))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("notes.edf: byte 0: neither an EDF nor a BDF file");
  }
}
