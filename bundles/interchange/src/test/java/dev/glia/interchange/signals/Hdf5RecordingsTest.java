package dev.glia.interchange.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.hdf5.Hdf5File;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import dev.glia.interchange.hdf5.Hdf5Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class Hdf5RecordingsTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 3000);
  private static final Parameters FIRST = new Parameters(Map.of("series", "first", "rate", 2048.0));

  private static final Hdf5Data THREE = Hdf5Data.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
  private static final Hdf5Data FIVE = Hdf5Data.of(new float[10], 5, 2);

  @TempDir Path folder;

  /** Three samples of two electrodes, in steps of 2 µV. */
  private static Group nwb(boolean stamped) {
    Group root = new Group();
    root.group("acquisition").group("lfp").attribute("neurodata_type", "ElectricalSeries");
    Group series = (Group) root.group("processing").group("ecephys").attribute("a", "b");
    series.attribute("neurodata_type", "ElectricalSeries");
    series
        .dataset("data", stamped ? FIVE : THREE)
        .attribute("conversion", Hdf5Data.of(new double[] {2e-6}))
        .attribute("unit", "volts");
    series.dataset("channel_conversion", Hdf5Data.of(new double[] {1, 10}, 2));
    if (stamped) {
      series.dataset("timestamps", Hdf5Data.of(new double[] {1, 1.5, 2, 7, 7.5}, 5));
    } else {
      series
          .dataset("starting_time", Hdf5Data.of(new double[] {0.5}))
          .attribute("rate", Hdf5Data.of(new double[] {500}));
    }
    series.dataset("electrodes", Hdf5Data.of(new long[] {2, 0}, 2));
    Group table = root.group("general").group("extracellular_ephys").group("electrodes");
    table.dataset("x", Hdf5Data.of(new double[] {1000, 0, -2000}, 3));
    table.dataset("y", Hdf5Data.of(new double[] {0, 0, 500}, 3));
    table.dataset("z", Hdf5Data.of(new double[] {3000, 0, 0}, 3));
    table.dataset("label", Hdf5Data.texts(List.of("A1", "A2", "A3"), 3));
    Group trials = root.group("intervals").group("trials");
    trials.dataset("start_time", Hdf5Data.of(new double[] {0.5, 2}, 2));
    trials.dataset("stop_time", Hdf5Data.of(new double[] {1, 2.25}, 2));
    return root;
  }

  private SignalRecording open(Group root) throws Exception {
    Path file = Files.write(folder.resolve("lab.nwb"), Hdf5File.bytes(root));
    return new Hdf5Recordings().open(file, FIRST);
  }

  @Test
  void aSeriesIsReadInVolts() throws Exception {
    try (SignalRecording read = open(nwb(false))) {
      assertThat(read.read(0, 0, 3))
          .containsExactly(new double[] {2e-6, 6e-6, 1e-5}, within(1e-18));
      assertThat(read.read(1, 1, 1)).containsExactly(new double[] {8e-5}, within(1e-18));
      assertThat(read.channels()).hasSize(2).allMatch(c -> c.rate() == 500 && c.unit().equals("V"));
      assertThat(read.stretches()).containsExactly(new Stretch(0.5, 0.006));
      assertThat(read.about()).containsEntry("series", "/processing/ecephys");
    }
  }

  @Test
  void electrodesAreNamedAndPlacedInTheHead() throws Exception {
    try (SignalRecording read = open(nwb(false))) {
      assertThat(read.channels().get(0).name()).isEqualTo("A3");
      assertThat(read.geometry().positions()[0])
          .containsExactly(new double[] {0, 2e-3, -5e-4}, within(1e-12));
      assertThat(read.geometry().positions()[1])
          .containsExactly(new double[] {3e-3, -1e-3, 0}, within(1e-12));
    }
  }

  @Test
  void trialsAreMarks() throws Exception {
    try (SignalRecording read = open(nwb(false))) {
      assertThat(read.annotations())
          .containsExactly(
              new Annotation(0.5, 0.5, "trials", "", -1),
              new Annotation(2, 0.25, "trials", "", -1));
    }
  }

  @Test
  void timeStampsTellRateAndGaps() throws Exception {
    try (SignalRecording read = open(nwb(true))) {
      assertThat(read.channels().get(0).rate()).isEqualTo(2);
      assertThat(read.stretches()).containsExactly(new Stretch(1, 1.5), new Stretch(7, 1));
    }
  }

  @Test
  void plainDataSetsAreChannels() throws Exception {
    Group root = new Group();
    Group data = root.group("data");
    data.dataset("electrode_0", Hdf5Data.of(new float[] {1, 2}, 2));
    data.dataset("electrode_1", Hdf5Data.of(new float[] {3, 4}, 2));
    try (SignalRecording read = open(root)) {
      assertThat(read.channels()).hasSize(2).allMatch(c -> c.rate() == 2048);
      assertThat(read.read(1, 0, 2)).containsExactly(3, 4);
    }
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    assertThatThrownBy(() -> open(new Group()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("lab.nwb: no time series");
    Path file = Files.write(folder.resolve("a.nwb"), Hdf5File.bytes(nwb(false)));
    Parameters other = new Parameters(Map.of("series", "/acquisition/lfp", "rate", 1.0));
    assertThatThrownBy(() -> new Hdf5Recordings().open(file, other))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("/acquisition/lfp: no time series. There is: [/processing/ecephys]");
  }

  @Test
  @Timeout(value = 6, unit = TimeUnit.HOURS) // of a million
  void anyBytesAreReadOrRefusedByName() {
    List<byte[]> seeds = List.of(Hdf5File.bytes(nwb(false)), Hdf5File.bytes(nwb(true)));
    SplittableRandom random = new SplittableRandom(20261125);
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = mutated(seeds.get(i % 2), random);
      long started = System.nanoTime();
      try (SignalRecording recording =
          new TimeSeries("lab.nwb", Hdf5Reader.read(bytes, "lab.nwb", true), "first", 100)
              .recording()) {
        assertThat(recording.channels()).isNotEmpty();
        read++;
      } catch (Fault fault) {
        assertThat(fault.getMessage()).as("input %d", i).startsWith("lab.nwb: ");
        assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT);
      } catch (RuntimeException | Error other) {
        throw new AssertionError("input " + i, other);
      }
      assertThat(System.nanoTime() - started).as("input %d", i).isLessThan(10_000_000_000L);
    }
    assertThat(read).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        for (int k = random.nextInt(20); k >= 0; k--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> {
        int length = 8 * (1 + random.nextInt(8));
        System.arraycopy(
            seed,
            random.nextInt(bytes.length - length),
            bytes,
            random.nextInt(bytes.length - length),
            length);
      }
      default -> {
        long[] values = {-1, 1L << 31, (1L << 31) - 1, 1L << 40, random.nextInt(bytes.length), 0};
        long value = values[random.nextInt(values.length)];
        int at = 8 * random.nextInt(bytes.length / 8 - 1);
        for (int k = 0; k < 8; k++) {
          bytes[at + k] = (byte) (value >>> (8 * k));
        }
      }
    }
    return bytes;
  }
}
