package dev.glia.signal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.signal.SignalRecording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyTest {
  @TempDir Path folder;

  private Path array() throws Exception {
    double[] values = {1, 2, 3, 4, 5, 6};
    return Files.write(folder.resolve("a.npy"), NpyArray.bytes(values, 2, 3));
  }

  @Test
  void rowsAreChannels() throws Exception {
    try (SignalRecording read = Numpy.open(array(), 250, "uV", false)) {
      assertThat(read.channels()).hasSize(2).allMatch(channel -> channel.rate() == 250);
      assertThat(read.read(1, 1, 2)).containsExactly(new double[] {5e-6, 6e-6}, within(1e-15));
    }
  }

  @Test
  void columnsAreChannelsIfSaid() throws Exception {
    try (SignalRecording read = Numpy.open(array(), 250, "uV", true)) {
      assertThat(read.channels()).hasSize(3);
      assertThat(read.read(2, 0, 2)).containsExactly(new double[] {3e-6, 6e-6}, within(1e-15));
    }
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws Exception {
    Path file = array();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 170));
    assertThatThrownBy(() -> Numpy.open(file, 250, "uV", false))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("a.npy")
        .hasMessageContaining("ends before its 6 numbers");
  }
}
