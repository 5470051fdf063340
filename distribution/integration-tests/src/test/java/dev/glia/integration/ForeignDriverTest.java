package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver of docs/write-a-driver.md as a plugin, and two processes that want its board. The
 * board pretends to be outside of the process, so that it's leased between them.
 */
class ForeignDriverTest {
  private static final Path SOURCES =
      Path.of(
          System.getProperty("glia.checkout"),
          "hardware-drivers/conformance/src/test/java/example/tally");

  private static final String EXPERIMENT =
      """
      glia: 1
      name: tally
      time: {dt: 1 ms, run: 1 s}
      populations:
        in: {model: spike-source, size: 3}
        counters: {model: counter, size: 4}
      projections:
        - {from: in, to: counters, topology: all-to-all, synapse: delta, into: n, weight: 2.4, delay: 0 ms}
      probes:
        - {of: counters, record: spikes}
      models:
        counter:
          kind: neuron
          equations: "n : 1"
          spike: n >= full
          reset: n = 0
          parameters: {full: {default: 5, range: "[1, 1000]", about: count at which it fires}}
      target: tally-board
      """;

  @TempDir Path temp;
  private GliaProcess glia;

  @BeforeEach
  void installTheDriver() throws Exception {
    glia = GliaProcess.in(temp);
    Files.writeString(temp.resolve("tally.yaml"), EXPERIMENT);
    GliaProcess.Result installed = glia.run("install", bundle().toString());
    assertThat(installed.exitCode()).as(installed.err()).isZero();
  }

  private Path bundle() throws Exception {
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(SOURCES)) {
      for (Path file : all.filter(f -> !f.toString().endsWith("Test.java")).toList()) {
        String text =
            Files.readString(file).replace("return true; // simulated", "return false; //");
        files.add(Files.writeString(sources.resolve(file.getFileName()), text));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    try (Builder builder = new Builder()) {
      builder.setProperty("Bundle-SymbolicName", "example.tally");
      builder.setProperty("Bundle-Version", "1.0.0");
      builder.setProperty("Private-Package", "example.tally");
      builder.addClasspath(classes.toFile());
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (entry.contains("glia-api") || entry.contains("protobuf")) {
          builder.addClasspath(new File(entry));
        }
      }
      Jar built = builder.build();
      assertThat(builder.getErrors()).isEmpty();
      File file = temp.resolve("tally-driver.jar").toFile();
      built.write(file);
      return file.toPath();
    }
  }

  @Test
  void theBoardIsFoundCheckedAndRunOn() throws Exception {
    assertThat(glia.run("devices", "tally-board").out())
        .contains("tally-board:board-1")
        .contains("ready")
        .contains("nobody")
        .contains("at most: 16 neurons");

    GliaProcess.Result fits = glia.run("check", "tally.yaml");
    assertThat(fits.exitCode()).as(fits.err()).isZero();
    assertThat(fits.out())
        .contains("quantized")
        .contains("40%")
        .contains("rounded to a whole number from -128 to 127");

    GliaProcess.Result refused = glia.run("check", "tally.yaml", "--set", "populations.in.size=17");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("tally-board can't run population in: 17 neurons: there are 16");

    GliaProcess.Result run = glia.run("run", "tally.yaml");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("rounded to a whole number");
  }

  @Test
  void aSecondProcessIsQueuedAndACrashedOwnersBoardIsFree() throws Exception {
    try (GliaProcess.Running owner =
        glia.start("run", "tally.yaml", "--set", "time.run=1000000 s")) {
      RunDirectory.awaitBegin(temp.resolve("runs"), owner);
      GliaProcess.Result hurried = glia.run("run", "tally.yaml", "--no-wait");
      assertThat(hurried.exitCode()).isEqualTo(3);
      assertThat(hurried.err())
          .contains("tally-board:board-1 is used by " + System.getProperty("user.name"))
          .contains("run tally-")
          .contains("since");
      try (GliaProcess.Running second = glia.start("run", "tally.yaml")) {
        second.awaitErr("waiting at position 1 of the queue");
        assertThat(glia.run("devices", "tally-board").out()).contains("1 waiting");
        owner.kill();
        GliaProcess.Result result = second.await();
        assertThat(result.exitCode()).as(result.err()).isZero();
      }
    }
    assertThat(glia.run("devices", "tally-board").out()).contains("nobody");
  }
}
