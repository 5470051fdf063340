package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.PlasticNetwork;
import dev.glia.integration.fixture.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same file and seed, same spikes: twice, on any number of threads, and after a crash. */
class SameSpikesTest {
  @TempDir Path temp;

  @Test
  void twiceAndOnTwoThreads() throws Exception {
    Files.writeString(temp.resolve("plastic.yaml"), PlasticNetwork.lasting("200 ms"));

    String once = checksum("once", "--threads", "1");

    assertThat(checksum("again", "--threads", "1")).isEqualTo(once);
    assertThat(checksum("two", "--threads", "2")).isEqualTo(once);
    assertThat(checksum("seeded", "--seed", "12")).isNotEqualTo(once);
  }

  @Test
  void afterAKillInTheMiddle() throws Exception {
    Files.writeString(temp.resolve("plastic.yaml"), PlasticNetwork.lasting("20 s"));
    String undisturbed = checksum("undisturbed");
    GliaProcess glia = GliaProcess.in(temp);

    try (GliaProcess.Running running = glia.start("run", "plastic.yaml", "--checkpoint", "0.1 s")) {
      RunDirectory.awaitCheckpoint(temp.resolve("runs"), running);
      running.kill();
    }
    RunDirectory left = RunDirectory.only(temp.resolve("runs"));
    assertThat(left.isComplete()).isFalse();
    GliaProcess.Result resumed = glia.run("run", "--resume");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();

    RunDirectory run = RunDirectory.only(temp.resolve("runs"));
    assertThat(run.isComplete()).isTrue();
    assertThat(run.spikeChecksum()).isEqualTo(undisturbed);
    RunDirectory reference = RunDirectory.only(temp.resolve("undisturbed"));
    for (String file : List.of("spikes-cells.npy", "trace-cells.v.npy")) {
      assertThat(run.path().resolve(file)).hasSameBinaryContentAs(reference.path().resolve(file));
    }
  }

  @Test
  void afterCtrlC() throws Exception {
    Files.writeString(temp.resolve("plastic.yaml"), PlasticNetwork.lasting("20 s"));
    String undisturbed = checksum("undisturbed");
    GliaProcess glia = GliaProcess.in(temp);

    try (GliaProcess.Running running = glia.start("run", "plastic.yaml", "--checkpoint", "0.1 s")) {
      RunDirectory.awaitCheckpoint(temp.resolve("runs"), running);
      running.interrupt();
      GliaProcess.Result stopped = running.await();
      assertThat(stopped.exitCode()).isEqualTo(130);
      assertThat(stopped.err()).contains("glia run --resume");
    }
    assertThat(glia.run("run", "--resume").exitCode()).isZero();
    assertThat(RunDirectory.only(temp.resolve("runs")).spikeChecksum()).isEqualTo(undisturbed);
  }

  @Test
  void howeverManyIndependentSamplesAreShownAtOnceAndAfterAKillAmongThem() throws Exception {
    String[] demo = {
      "run",
      "demo",
      "--set",
      "task.phases=[{name: test, split: test, epochs: 4, independent: true}]",
      "--set",
      "task.teacher="
    };
    GliaProcess glia = GliaProcess.in(temp);
    for (String threads : List.of("1", "2", "7")) {
      String[] run = with(demo, "--threads", threads, "--runs", "runs-" + threads);
      GliaProcess.Result result = glia.run(run);
      assertThat(result.exitCode()).as(result.err()).isZero();
    }
    RunDirectory one = RunDirectory.only(temp.resolve("runs-1"));

    try (GliaProcess.Running running = glia.start(with(demo, "--checkpoint", "0.1 s"))) {
      RunDirectory run = RunDirectory.awaitCheckpoint(temp.resolve("runs"), running);
      Path answers = run.checkpoint().resolveSibling("answers"); // written with a checkpoint
      running.await("answers", () -> answers.toFile().length() > 0);
      running.kill();
      running.await();
    }
    assertThat(RunDirectory.only(temp.resolve("runs")).isComplete()).isFalse();
    GliaProcess.Result resumed = glia.run("run", "--resume", "--threads", "3");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();

    for (String runs : List.of("runs-2", "runs-7", "runs")) {
      RunDirectory other = RunDirectory.only(temp.resolve(runs));
      assertThat(other.isComplete()).isTrue();
      assertThat(other.spikeChecksum()).isEqualTo(one.spikeChecksum());
      for (String file : List.of("metrics.json", "confusion.test.csv")) {
        assertThat(other.path().resolve(file)).hasSameBinaryContentAs(one.path().resolve(file));
      }
    }
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  private String checksum(String folder, String... options) throws Exception {
    String[] arguments = new String[4 + options.length];
    System.arraycopy(new String[] {"run", "plastic.yaml", "--runs", folder}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    GliaProcess.Result result = GliaProcess.in(temp).run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return RunDirectory.only(temp.resolve(folder)).spikeChecksum();
  }
}
