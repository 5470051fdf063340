package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplicitTest {
  private static final Layer SOURCE = Layer.of("source", 3);
  private static final Layer TARGET = Layer.of("target", 5);

  @TempDir Path folder;

  @Test
  void listedPairsAreSortedIntoRows() {
    Connectivity wires =
        connect(List.of(List.of(2L, 4L), List.of(0L, 3L), List.of(0L, 1L), List.of(0L, 3L)));
    TopologyClaims.check(wires);
    assertThat(wires.row(0)).containsExactly(1, 3, 3);
    assertThat(wires.row(1)).isEmpty();
    assertThat(wires.row(2)).containsExactly(4);
    assertThat(wires.expectedSynapses()).isEqualTo(4);
    assertThat(wires.weights(0)).isNull();
    assertThat(wires.delays(0)).isNull();
  }

  @Test
  void listedWeightsAndDelaysFollowTheirSynapses() {
    Connectivity wires =
        connect(
            List.of(
                List.of(0L, 3L, "0.5 nA", "1.5 ms"),
                List.of(0L, 1L, 2e-9, 0.002),
                List.of(0L, 3L, -1e-9, "0 ms")));
    assertThat(wires.row(0)).containsExactly(1, 3, 3);
    assertThat(wires.weights(0)).containsExactly(2e-9f, 0.5e-9f, -1e-9f);
    assertThat(wires.delays(0)).containsExactly(0.002f, 0.0015f, 0f);
    assertThat(wires.weights(1)).isEmpty();
  }

  @Test
  void emptyListConnectsNothing() {
    assertThat(TopologyClaims.synapses(connect(List.of()))).isZero();
  }

  @Test
  void matrixOfWeightsHasASynapseWhereItIsntZero() throws IOException {
    float[] weights = {0, 1, 0, 0, -2, 0, 0, 0, 0, 0, 3, 0, 0, 0.5f, 0};
    Connectivity wires = connect(array(NpyArray.bytes(weights, 3, 5), Map.of("weight", "nA")));
    TopologyClaims.check(wires);
    assertThat(wires.row(0)).containsExactly(1, 4);
    assertThat(wires.weights(0)).containsExactly(1e-9f, -2e-9f);
    assertThat(wires.row(1)).isEmpty();
    assertThat(wires.row(2)).containsExactly(0, 3);
    assertThat(wires.weights(2)).containsExactly(3e-9f, 0.5e-9f);
  }

  @Test
  void arrayWithColumnsHasASynapseARow() throws IOException {
    double[] rows = {0, 3, 0.25, 2, 2, 1, -1, 0};
    Connectivity wires =
        connect(
            array(
                NpyArray.bytes(rows, 2, 4),
                Map.of("columns", List.of("from", "to", "weight", "delay"), "delay", "ms")));
    assertThat(wires.row(0)).containsExactly(3);
    assertThat(wires.delays(0)).containsExactly(0.002f);
    assertThat(wires.weights(2)).containsExactly(-1f);
  }

  @Test
  void matrixOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
    Map<String, Object> matrix = array(NpyArray.bytes(new float[6], 2, 3), Map.of());
    assertThatThrownBy(() -> connect(matrix))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("2 × 3")
        .hasMessageContaining("'source' has 3 neurons and 'target' 5");
  }

  @Test
  void arrayRowsThatNameNoNeuronAreRefused() throws IOException {
    Map<String, Object> half =
        array(
            NpyArray.bytes(new double[] {0.5, 1}, 1, 2), Map.of("columns", List.of("from", "to")));
    assertThatThrownBy(() -> connect(half))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("row 0")
        .hasMessageContaining("0.5 isn't a neuron");
  }

  private Map<String, Object> array(byte[] bytes, Map<String, Object> fields) throws IOException {
    Path file = Files.write(folder.resolve("w.npy"), bytes);
    Map<String, Object> all = new HashMap<>(fields);
    all.put("file", file.toString());
    return all;
  }

  @Test
  void fileIsReadByItsColumnsAndUnits() throws IOException {
    Path file = folder.resolve("synapses.csv");
    Files.writeString(
        file,
        """
        # who to whom
        post,pre,name,weight,delay
        4,2,x,0.5,1.5
        1, 0 ,y,-2,0

        """);
    Connectivity wires =
        connect(
            Map.of(
                "file",
                file.toString(),
                "columns",
                List.of("to", "from", "name", "weight", "delay"),
                "weight",
                "nA",
                "delay",
                "ms"));
    assertThat(wires.row(2)).containsExactly(4);
    assertThat(wires.weights(2)).containsExactly(0.5e-9f);
    assertThat(wires.delays(2)).containsExactly(0.0015f);
    assertThat(wires.weights(0)).containsExactly(-2e-9f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,9     | :1: 'to' is neuron 9, but 'target' has neurons 0 to 4",
        "7,0     | 'from' is neuron 7, but 'source' has neurons 0 to 2",
        "0,-1    | 'to' is neuron -1",
        "0       | 1 fields, expected 2",
        "0,1.5   | 'to' is '1.5', expected a neuron's number",
        "0,99999999999999999999 | expected a neuron's number",
      })
  void badLinesAreNamed(String line, String message) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, line + "\n");
    assertThatThrownBy(() -> connect(Map.of("file", file.toString())))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void badEntriesAreNamed() {
    assertFault(List.of(List.of(0L, 1L), List.of(0L)), "synapses[1] is [0]");
    assertFault(List.of("0-1"), "synapses[0] is 0-1");
    assertFault(List.of(List.of(0L, 5L)), "synapses[0]: 'to' is neuron 5");
    assertFault(List.of(List.of(0.5, 1L)), "'from' is 0.5");
    assertFault(List.of(List.of(0L, 1L, "5 zV2")), "weight 5 zV2");
    assertFault(List.of(List.of(0L, 1L, Double.NaN)), "isn't finite");
    assertFault(List.of(List.of(0L, 1L, 1.0, "2 mV")), "delay 2 mV isn't a time");
    assertFault(List.of(List.of(0L, 1L, 1.0, -0.001)), "a delay is 0 or more");
    assertFault(List.of(List.of(0L, 1L), List.of(0L, 1L, 1.0)), "not of the same length");
    assertFault("0 1", "is a list of [from, to]");
  }

  @Test
  void badFilesAreNamed() throws IOException {
    assertFault(Map.of("file", "nowhere.csv"), "there's no file 'nowhere.csv'");
    assertFault(Map.of("columns", List.of("from", "to")), "needs a list, or a file");
    assertFault(Map.of("file", "a.csv", "columns", List.of("from")), "with from and to in it");
    assertFault(Map.of("file", "a.csv", "delay", "mV"), "isn't a time");
    assertFault(Map.of("file", "a.csv", "colums", "x"), "no field 'colums'");
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
    assertFault(Map.of("file", binary.toString()), "isn't a text file");
    Path huge = folder.resolve("huge.csv");
    Files.writeString(huge, "1".repeat(1_000_000));
    assertFault(Map.of("file", huge.toString()), "a line of 1000000 characters");
  }

  @Test
  void missingSynapsesAreAskedFor() {
    assertThatThrownBy(() -> new Explicit().connect(SOURCE, TARGET, Parameters.NONE, 0))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("explicit needs its synapses");
  }

  private static void assertFault(Object synapses, String message) {
    assertThatThrownBy(() -> connect(synapses))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(message);
  }

  private static Connectivity connect(Object synapses) {
    Parameters parameters = new Parameters(Map.of("synapses", synapses));
    return new Explicit().connect(SOURCE, TARGET, parameters, 0);
  }
}
