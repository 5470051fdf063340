package dev.glia.interchange.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.array.NpyArray;
import dev.glia.interchange.Lab;
import dev.glia.interchange.hdf5.Hdf5Reader;
import dev.glia.interchange.hdf5.Hdf5Tree;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunOptions;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeFilesTest {
  private static final double DT = 1e-4;
  private static final String LAB =
      """
      glia: 1
      name: lab
      seed: 5
      time: {dt: 0.1 ms, run: 200 ms}
      populations:
        a: {model: poisson, size: 4, rate: 200 Hz}
        quiet: {model: spike-source, size: 2}
        b: {model: poisson, size: 3, rate: 100 Hz}
      probes:
        - {of: a, record: spikes}
        - {of: quiet, record: spikes}
        - {of: b, record: spikes, first: 2}
      analyze: [{nwb: {description: A test}}, spikes-npz]
      target: reference
      """;

  @TempDir Path folder;

  private Path run(String lab) throws IOException {
    return Lab.runner()
        .run(
            ExperimentReader.parse("lab.yaml", lab, List.of()),
            RunOptions.in(folder.resolve("runs")),
            RunListener.SILENT)
        .directory();
  }

  /** Rows of tick and neuron, as the run itself keeps them. */
  private static NpyArray own(Path run, String population) {
    return NpyArray.read(run.resolve("spikes-" + population + ".npy"));
  }

  @Test
  void npzHoldsTimesInSecondsAndNeurons() throws IOException {
    Path run = run(LAB);
    Map<String, NpyArray> arrays = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(run.resolve("spikes.npz")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        arrays.put(
            entry.getName(),
            NpyArray.read(new ByteArrayInputStream(bytes), bytes.length, entry.getName()));
      }
    }
    assertThat(arrays)
        .containsOnlyKeys(
            "a.times.npy",
            "a.neurons.npy",
            "quiet.times.npy",
            "quiet.neurons.npy",
            "b.times.npy",
            "b.neurons.npy");
    for (String population : List.of("a", "quiet", "b")) {
      double[] own = own(run, population).values();
      double[] times = arrays.get(population + ".times.npy").values();
      double[] neurons = arrays.get(population + ".neurons.npy").values();
      assertThat(times).hasSize(own.length / 2);
      for (int i = 0; i < times.length; i++) {
        assertThat(times[i]).isEqualTo(own[2 * i] * DT);
        assertThat(neurons[i]).isEqualTo(own[2 * i + 1]);
      }
    }
    assertThat(arrays.get("quiet.times.npy").values()).isEmpty();
    assertThat(arrays.get("a.times.npy").values()).hasSizeGreaterThan(50);
  }

  @Test
  void nwbHasAUnitForEachRecordedNeuron() throws IOException {
    Path run = run(LAB);
    Hdf5Tree.Group root = Hdf5Reader.read(run.resolve("spikes.nwb"));
    Hdf5Tree.Group units = (Hdf5Tree.Group) root.members().get("units");
    double[] times = ((Hdf5Tree.Numbers) units.members().get("spike_times")).values();
    double[] ends = ((Hdf5Tree.Numbers) units.members().get("spike_times_index")).values();
    assertThat(((Hdf5Tree.Texts) units.members().get("population")).texts())
        .containsExactly("a", "a", "a", "a", "quiet", "quiet", "b", "b");
    assertThat(((Hdf5Tree.Numbers) units.members().get("neuron")).values())
        .containsExactly(0, 1, 2, 3, 0, 1, 0, 1);
    assertThat(((Hdf5Tree.Numbers) units.members().get("id")).values())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    String[] populations = {"a", "quiet", "b"};
    int[] sizes = {4, 2, 2};
    int unit = 0;
    int start = 0;
    for (int p = 0; p < 3; p++) {
      double[] own = own(run, populations[p]).values();
      for (int neuron = 0; neuron < sizes[p]; neuron++) {
        int number = neuron;
        double[] expected =
            java.util.stream.IntStream.range(0, own.length / 2)
                .filter(i -> own[2 * i + 1] == number)
                .mapToDouble(i -> own[2 * i] * DT)
                .toArray();
        int end = (int) ends[unit++];
        assertThat(Arrays.copyOfRange(times, start, end)).containsExactly(expected);
        start = end;
      }
    }
    assertThat(start).isEqualTo(times.length).isPositive();
    assertThat(((Hdf5Tree.Texts) root.members().get("session_description")).texts())
        .containsExactly("A test");
  }

  /** What readers look at first; jHDF reads it, which wrote none of it. */
  @Test
  void nwbObjectsSayWhatTheyAre() throws IOException {
    try (HdfFile file = new HdfFile(run(LAB).resolve("spikes.nwb"))) {
      assertThat(file.getAttribute("neurodata_type").getData()).isEqualTo("NWBFile");
      assertThat(file.getAttribute("namespace").getData()).isEqualTo("core");
      assertThat((String) file.getAttribute("nwb_version").getData()).startsWith("2.");
      assertThat(file.getChildren().keySet())
          .contains(
              "acquisition",
              "analysis",
              "general",
              "processing",
              "stimulus",
              "identifier",
              "session_start_time",
              "timestamps_reference_time",
              "file_create_date");
      var units = (io.jhdf.api.Group) file.getChild("units");
      assertThat(units.getAttribute("neurodata_type").getData()).isEqualTo("Units");
      assertThat((String[]) units.getAttribute("colnames").getData())
          .containsExactly("population", "neuron", "spike_times", "obs_intervals");
      Dataset index = (Dataset) units.getChild("spike_times_index");
      assertThat(index.getAttribute("neurodata_type").getData()).isEqualTo("VectorIndex");
      assertThat((String) index.getAttribute("object_id").getData()).hasSize(36);
      long target = (long) index.getAttribute("target").getData();
      assertThat(file.getNodeByAddress(target).getAttribute("description").getData())
          .isEqualTo("Times of the spikes in seconds");
    }
  }

  @Test
  void equalRunsLeaveEqualFiles() throws IOException {
    Path one = run(LAB);
    Path other = run(LAB);
    for (String file : List.of("spikes.nwb", "spikes.npz")) {
      assertThat(Files.readAllBytes(one.resolve(file)))
          .isEqualTo(Files.readAllBytes(other.resolve(file)));
    }
  }

  @Test
  void aRunWithoutRecordedSpikesIsRefusedBeforeItRuns() {
    String none = LAB.replaceAll("(?m)^  - .*\n", "").replace("probes:\n", "");
    assertThatThrownBy(() -> run(none))
        .hasMessageContaining("Add a probe: {of: a, record: spikes}");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aStartThatIsNoDateIsRefused() {
    assertThatThrownBy(() -> run(LAB.replace("description: A test", "start: yesterday")))
        .hasMessageContaining("'yesterday' isn't a date");
  }
}
