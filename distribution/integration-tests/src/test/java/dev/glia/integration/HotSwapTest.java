package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version of a model is installed from another terminal while a run goes on. */
class HotSwapTest {
  private static final String EXPERIMENT =
      """
      glia: 1
      name: %s
      seed: 5
      time: {dt: 0.1 ms, run: %s}
      populations:
        noise: {model: poisson, size: 100, rate: 50 Hz}
        cells: {model: lif, size: 400}
      projections:
        - {from: noise, to: cells, topology: {fixed-probability: 0.2}, synapse: {exponential: {tau: 5 ms}}, weight: 0.3 nA, delay: 1.5 ms}
      probes:
        - {of: cells, record: spikes}
      target: %s
      """;

  @TempDir Path temp;

  @Test
  void theRunFinishesOnTheOldVersionAndTheNextTakesTheNew() throws Exception {
    Files.writeString(
        temp.resolve("first.yaml"), EXPERIMENT.formatted("first", "1500 ms", "reference"));
    Files.writeString(temp.resolve("second.yaml"), EXPERIMENT.formatted("second", "20 ms", "cpu"));
    Path newer = lif("1.1.0");
    GliaProcess glia = GliaProcess.in(temp);
    GliaProcess.Result undisturbed = glia.run("run", "first.yaml", "--runs", "undisturbed");
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

    try (GliaProcess.Running running = glia.start("run", "first.yaml", "second.yaml")) {
      RunDirectory.awaitBegin(temp.resolve("runs"), running);
      GliaProcess.Result installed = glia.run("install", newer.toString());
      assertThat(installed.exitCode()).as(installed.err()).isZero();
      assertThat(installed.out()).contains("container " + running.pid());
      assertThat(Files.exists(temp.resolve("runs")) && running.isAlive())
          .as("the first run was still going on")
          .isTrue();
      GliaProcess.Result ended = running.await();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    List<RunDirectory> runs = RunDirectory.in(temp.resolve("runs"));
    assertThat(runs).hasSize(2).allMatch(RunDirectory::isComplete);
    assertThat(runs.get(0).versionOf("lif")).isEqualTo("1.0.0");
    assertThat(runs.get(1).versionOf("lif")).isEqualTo("1.1.0");
    assertThat(runs.get(0).spikeChecksum())
        .isEqualTo(RunDirectory.only(temp.resolve("undisturbed")).spikeChecksum());
    assertThat(glia.run("describe", "lif").out()).contains("lif@1.1.0");
  }

  /** The shipped LIF model under another version, packed by Glia itself. */
  private Path lif(String version) throws Exception {
    Path shipped;
    Path plugins = dev.glia.integration.fixture.AssembledContainer.ofThisBuild().room("plugins");
    try (Stream<Path> jars = Files.list(plugins)) {
      shipped =
          jars.filter(jar -> jar.toString().contains("integrate-and-fire"))
              .findFirst()
              .orElseThrow();
    }
    Path model = temp.resolve("lif.yaml");
    try (JarFile jar = new JarFile(shipped.toFile());
        InputStream in = jar.getInputStream(jar.getEntry("OSGI-INF/glia/lif.yaml"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(model, text.replace("version: 1.0.0", "version: " + version));
    }
    GliaProcess.Result packed =
        GliaProcess.in(temp).run("pack", model.toString(), "-o", "lif-new.jar");
    assertThat(packed.exitCode()).as(packed.err()).isZero();
    return temp.resolve("lif-new.jar");
  }
}
