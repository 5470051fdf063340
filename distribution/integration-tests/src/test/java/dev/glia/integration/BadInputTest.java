package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input: exit code 2, a message that says what and where, and nothing left behind. */
class BadInputTest {
  private static final String GOOD =
      """
      glia: 1
      name: lab
      time: {dt: 0.1 ms, run: 100 ms}
      populations:
        noise: {model: poisson, size: 10, rate: 20 Hz}
        cells: {model: lif, size: 10, tau_m: 20 ms}
      projections:
        - {from: noise, to: cells, topology: all-to-all, synapse: exponential, weight: 1 nA, delay: 1.5 ms}
      """;

  private static final Map<String, String[]> CASES = new LinkedHashMap<>();

  /** A mistake, by name: what to replace in the good file, by what, and what must be said. */
  private static void mistake(String name, String what, String by, String... said) {
    String[] row = new String[3 + said.length];
    row[0] = GOOD.replace(what, by);
    row[1] = what;
    row[2] = by;
    System.arraycopy(said, 0, row, 3, said.length);
    CASES.put(name, row);
  }

  static {
    mistake("wrong unit", "tau_m: 20 ms", "tau_m: 20 mV", "lab.yaml:6", "cells.tau_m", "20 mV");
    mistake("unknown field", "size: 10, rate", "sizes: 10, rate", "lab.yaml:5", "size");
    mistake("misspelt model", "model: lif", "model: liff", "lab.yaml:6", "'liff'", "lif");
    mistake("NaN", "tau_m: 20 ms", "tau_m: .nan", "lab.yaml:6", "tau_m");
    mistake("negative delay", "delay: 1.5 ms", "delay: -1.5 ms", "lab.yaml:8", "delay", "-1.5 ms");
    mistake("out of range", "tau_m: 20 ms", "tau_m: -20 ms", "lab.yaml:6", "tau_m", "-20 ms");
    mistake("tab", "  noise:", "\tnoise:", "lab.yaml:5", "tab");
    mistake("duplicate key", "name: lab", "name: lab\nname: lab", "lab.yaml:3", "name");
    mistake("no such population", "to: cells", "to: cell", "lab.yaml:8", "'cell'", "cells");
  }

  static Stream<String> mistakes() {
    return CASES.keySet().stream();
  }

  @TempDir Path temp;

  @ParameterizedTest
  @MethodSource("mistakes")
  void isRefusedWithItsPlace(String mistake) throws Exception {
    String[] row = CASES.get(mistake);
    assertThat(row[0]).isNotEqualTo(GOOD);
    Files.writeString(temp.resolve("lab.yaml"), row[0]);

    GliaProcess.Result result = refused();

    for (int i = 3; i < row.length; i++) {
      assertThat(result.err()).contains(row[i]);
    }
    assertThat(result.err().lines().count()).as(result.err()).isLessThanOrEqualTo(3);
  }

  @Test
  void hugeLinesAndAliasBombsAreRefusedQuickly() throws Exception {
    try (OutputStream out = Files.newOutputStream(temp.resolve("lab.yaml"))) {
      out.write("glia: 1\nname: ".getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 10; i++) {
        out.write(chunk);
      }
    }
    assertThat(refused().err()).contains("lab.yaml");

    StringBuilder bomb = new StringBuilder("glia: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String last = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, last))));
    }
    Files.writeString(temp.resolve("lab.yaml"), bomb);
    assertThat(refused().err()).contains("lab.yaml");
  }

  @ParameterizedTest
  @CsvSource({"x*x/tau, x = 1", "1/x/tau, x = 0"})
  void anExplodingModelIsReportedWithNeuronTickAndVariable(String slope, String start)
      throws Exception {
    Files.writeString(
        temp.resolve("lab.yaml"),
        """
        glia: 1
        name: lab
        time: {dt: 0.1 ms, run: 100 ms}
        models:
          exploding:
            kind: neuron
            summary: Leaves the finite numbers
            equations: "dx/dt = %s : 1"
            start: %s
            solve: rk4
            parameters: {tau: {default: 10 ms, about: time constant}}
        populations:
          cells: {model: exploding, size: 3}
        """
            .formatted(slope, start));

    assertThat(refused().err()).contains("cells[0].x").contains("at tick");
  }

  @Test
  void aTruncatedDataFileIsNamedWithItsOffset() throws Exception {
    Path mnist = Files.createDirectories(temp.resolve("data/mnist"));
    for (String file :
        new String[] {
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte"
        }) {
      Files.write(mnist.resolve(file), new byte[] {0, 0, 8, 3, 0, 0});
    }

    GliaProcess.Result result =
        GliaProcess.in(temp).run("run", "digits", "--offline", "--data", "data");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).containsPattern("(images|labels)-idx").contains("byte");
    assertNothingLeft();
  }

  @Test
  void aDamagedCheckpointIsRefused() throws Exception {
    Files.writeString(temp.resolve("lab.yaml"), GOOD.replace("run: 100 ms", "run: 1000 s"));
    GliaProcess glia = GliaProcess.in(temp);
    Path checkpoint;
    try (GliaProcess.Running running = glia.start("run", "lab.yaml", "--checkpoint", "0.1 s")) {
      checkpoint = RunDirectory.awaitCheckpoint(temp.resolve("runs"), running).checkpoint();
      running.kill();
    }
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);

    GliaProcess.Result result = glia.run("run", "--resume");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("checkpoint").containsAnyOf("damaged", "checksum", "corrupt");
  }

  private GliaProcess.Result refused() throws Exception {
    GliaProcess.Result result = GliaProcess.in(temp).run("run", "lab.yaml");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertNothingLeft();
    return result;
  }

  private void assertNothingLeft() throws Exception {
    if (Files.isDirectory(temp.resolve("runs"))) {
      try (Stream<Path> runs = Files.list(temp.resolve("runs"))) {
        assertThat(runs.map(Path::getFileName).map(Path::toString).toList()).isEmpty();
      }
    }
  }
}
