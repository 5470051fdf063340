package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.array.NpyArray;
import dev.glia.api.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir Path folder;

  private Path lab;

  @BeforeEach
  void writeExperiment() throws IOException {
    lab =
        Files.writeString(
            folder.resolve("lab.yaml"),
            """
            glia: 1
            name: lab
            time: {dt: 0.1 ms, run: 10 ms}
            populations:
              a: {model: lif, size: 3, tau_m: {file: tau.npy, unit: ms}}
              b: {model: lif, size: 2, start: {v: {file: v.npy, unit: mV}}}
            projections:
              - {from: a, to: b, topology: {explicit: {synapses: {file: w.npy, weight: nA}}}, synapse: exponential}
            """);
    Files.write(folder.resolve("tau.npy"), NpyArray.bytes(new double[] {10, 20, 30}, 3));
    Files.write(folder.resolve("v.npy"), NpyArray.bytes(new float[] {-60, -70}, 2));
    Files.write(folder.resolve("w.npy"), NpyArray.bytes(new float[] {0, 1, 2, 0, 0, 3}, 3, 2));
  }

  @Test
  void numbersAndWeightsComeFromFilesBesideTheExperiment() {
    Network network =
        Lab.runner().examine(ExperimentReader.read(lab, List.of()), Function.identity());

    assertThat(network.population("a").parameters().get("tau_m").toArray())
        .containsExactly(0.01, 0.02, 0.03);
    assertThat(network.population("b").start().get("v").at(1)).isEqualTo(-0.07);
    assertThat(network.projections().get(0).connectivity().row(0)).containsExactly(1);
    assertThat(network.projections().get(0).connectivity().weights(2)).containsExactly(3e-9f);
  }

  @Test
  void aWrongNumberOfValuesIsRefusedWithItsPlace() throws IOException {
    Files.write(folder.resolve("tau.npy"), NpyArray.bytes(new double[] {10, 20}, 2));

    assertThatThrownBy(() -> Lab.runner().check(ExperimentReader.read(lab, List.of())))
        .isInstanceOf(InvalidExperiment.class)
        .hasMessageContaining("lab.yaml:5 a.tau_m: ")
        .hasMessageContaining("has 2 values for 3 neurons");
  }

  @Test
  void valuesOfAFileHaveTheParametersUnitAndRange() throws IOException {
    Files.write(folder.resolve("tau.npy"), NpyArray.bytes(new double[] {10, -1, 3}, 3));

    assertThatThrownBy(() -> Lab.runner().check(ExperimentReader.read(lab, List.of())))
        .isInstanceOf(InvalidExperiment.class)
        .hasMessageContaining("a.tau_m: -1 ms is out of range");
  }

  @Test
  void aMissingFileIsRefusedByName() throws IOException {
    Files.delete(folder.resolve("w.npy"));

    assertThatThrownBy(() -> Lab.runner().check(ExperimentReader.read(lab, List.of())))
        .isInstanceOf(InvalidExperiment.class)
        .hasMessageContaining("there's no file 'w.npy'");
  }
}
