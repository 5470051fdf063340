package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of another tool goes in, runs, and comes out again, in the assembled container. */
class InterchangeTest {
  private static final double DT = 1e-4;

  @TempDir Path temp;

  /**
   * The file that Norse exported, where the data folder has it; otherwise what Glia makes of the
   * same network.
   */
  private Path norse(GliaProcess glia) throws Exception {
    String data = System.getProperty("glia.data", System.getenv("GLIA_DATA"));
    Path real = Path.of(data == null ? "" : data, "nir", "lif_norse.nir");
    if (Files.exists(real)) {
      return Files.copy(real, temp.resolve("lif_norse.nir"));
    }
    Files.writeString(
        temp.resolve("written.yaml"),
        """
        glia: 1
        name: written
        time: {dt: 0.1 ms, run: 1 s}
        populations:
          input: {model: poisson, size: 1}
          lif: {model: nir-lif, size: 1, tau: 2.5 ms, v_threshold: 0.1}
        projections:
          - {from: input, to: lif, topology: one-to-one, weight: 1, synapse: delta, into: arrived, delay: 0 ms}
        """);
    GliaProcess.Result written = glia.run("convert", "written.yaml", "--to", "lif_norse.nir");
    assertThat(written.exitCode()).as(written.err()).isZero();
    return temp.resolve("lif_norse.nir");
  }

  @Test
  void aNirFileIsImportedRunAndSpikesAsItsEquationSays() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    norse(glia);

    GliaProcess.Result imported =
        glia.run("import", "lif_norse.nir", "--set", "rate=2 kHz", "--to", "lab/norse.yaml");
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.out()).contains("glia run lab/norse.yaml");
    assertThat(glia.run("check", "lab/norse.yaml").exitCode()).isZero();
    GliaProcess.Result run =
        glia.run("run", "lab/norse.yaml", "--set", "analyze=[nwb, spikes-npz]");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("WARNING");

    Path results = RunDirectory.only(temp.resolve("runs")).path();
    assertThat(results.resolve("spikes.nwb")).isNotEmptyFile();
    assertThat(results.resolve("spikes.npz")).isNotEmptyFile();
    List<Long> in = ticks(results.resolve("spikes-input.npy"));
    Path out;
    try (var files = Files.list(results)) {
      out =
          files
              .filter(file -> file.getFileName().toString().matches("spikes-(?!input).*\\.npy"))
              .findFirst()
              .orElseThrow();
    }
    assertThat(ticks(out)).isEqualTo(expected(in)).hasSizeGreaterThan(50);
  }

  /** tau*dv/dt = -v + I, exactly; I is 1 in the tick after a spike of the input. */
  private static List<Long> expected(List<Long> in) {
    List<Long> spikes = new ArrayList<>();
    double v = 0;
    double decay = Math.exp(-DT / 0.0025);
    for (long n = 0; n < 10_000; n++) {
      double input = in.contains(n) ? 1 : 0;
      v = input + (v - input) * decay;
      if (v > 0.1) {
        spikes.add(n + 1);
        v = 0;
      }
    }
    return spikes;
  }

  private static List<Long> ticks(Path npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    List<Long> ticks = new ArrayList<>();
    while (bytes.remaining() >= 16) {
      ticks.add(bytes.getLong());
      bytes.getLong();
    }
    return ticks;
  }

  @Test
  void whatIsExportedIsImportedAsTheSameNetwork() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);
    norse(glia);
    assertThat(glia.run("import", "lif_norse.nir", "--to", "one.yaml").exitCode()).isZero();
    GliaProcess.Result converted = glia.run("convert", "one.yaml", "--to", "two.nir");
    assertThat(converted.exitCode()).as(converted.err()).isZero();
    assertThat(glia.run("import", "two.nir", "--to", "two.yaml").exitCode()).isZero();

    List<String> one = network(temp.resolve("one.yaml"));
    assertThat(network(temp.resolve("two.yaml"))).isEqualTo(one).hasSizeGreaterThan(5);
  }

  private static List<String> network(Path experiment) throws IOException {
    return Files.readAllLines(experiment).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("name:"))
        .toList();
  }

  @Test
  void whatCantBeConvertedOrImportedIsSaidInOneLine() throws Exception {
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result refused = glia.run("convert", "hello", "--to", "hello.nir");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().strip()).startsWith("glia: ").contains("'cells'").hasLineCount(1);
    Files.writeString(temp.resolve("text.nir"), "glia: 1");
    GliaProcess.Result text = glia.run("import", "text.nir");
    assertThat(text.exitCode()).isEqualTo(2);
    assertThat(text.err().strip()).startsWith("glia: text.nir: not an HDF5 file").hasLineCount(1);
    GliaProcess.Result unknown = glia.run("import", "model.onnx");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no format for files of this name; there is: .nir");
  }
}
