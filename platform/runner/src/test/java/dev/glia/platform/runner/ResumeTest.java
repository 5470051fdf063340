package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.glia.api.component.Fault;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
  @TempDir Path root;

  private final ExperimentRunner runner = Lab.withStripes();

  static List<String> experiments() {
    return List.of(
        Texts.FREE,
        Texts.TASK,
        Texts.FREE.replace("target: reference", "target: cpu"),
        Texts.TASK.replace("target: reference", "target: cpu"),
        Texts.INDEPENDENT,
        Texts.INDEPENDENT.replace("target: reference", "target: cpu"));
  }

  /** A checkpoint whenever there may be one. */
  static RunOptions often(Path root) {
    return RunOptions.in(root).withCheckpoints(Duration.ofNanos(1), 1);
  }

  private static Experiment experiment(String text) {
    return ExperimentReader.parse("lab.yaml", text, List.of());
  }

  /** Asks to stop, or breaks the run off, when it has been asked so many times. */
  private static final class Stop implements RunListener {
    private final int after;
    private final boolean violent;
    private int asked;
    private Path directory;

    Stop(int after, boolean violent) {
      this.after = after;
      this.violent = violent;
    }

    @Override
    public void started(String run, Path path) {
      directory = path;
    }

    @Override
    public boolean isCancelled() {
      asked++;
      if (asked > after && violent) {
        throw new PowerCut();
      }
      return asked > after;
    }
  }

  /** What no run can react to. */
  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static void assertSame(RunResult resumed, RunResult whole) {
    RunRecord expected = whole.record();
    RunRecord actual = resumed.record();
    assertThat(actual.getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
    assertThat(actual.getSpikeChecksum()).isEqualTo(expected.getSpikeChecksum());
    assertThat(actual.getMetricsList()).isEqualTo(expected.getMetricsList());
    assertThat(actual.getArtifactsList()).isEqualTo(expected.getArtifactsList());
    assertThat(actual.getComponentsList()).isEqualTo(expected.getComponentsList());
    assertThat(resumed.tables()).isEqualTo(whole.tables());
    assertThat(resumed.directory().toString()).doesNotContain("partial");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void cancelledRunGoesOnToTheSameResults(String text) {
    RunResult whole = runner.run(experiment(text), RunOptions.in(root), RunListener.SILENT);
    Random random = new Random(1);
    for (int i = 0; i < 4; i++) {
      RunResult result =
          runner.run(experiment(text), RunOptions.in(root), new Stop(random.nextInt(3), false));
      int stops = 0;
      while (result.record().getOutcome() == RunOutcome.RUN_OUTCOME_CANCELLED) {
        assertThat(result.directory().toString()).endsWith(".partial");
        assertThat(++stops).isLessThan(200);
        result =
            runner.resume(
                result.directory(), RunOptions.in(root), new Stop(1 + random.nextInt(12), false));
      }
      assertThat(stops).isPositive();
      assertSame(result, whole);
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void runThatBrokeOffAnywhereGoesOnToTheSameResults(String text) {
    RunResult whole = runner.run(experiment(text), RunOptions.in(root), RunListener.SILENT);
    Random random = new Random(2);
    for (int i = 0; i < 4; i++) {
      Stop first = new Stop(random.nextInt(30), true);
      RunOptions options = random.nextBoolean() ? often(root) : RunOptions.in(root);
      Throwable cut = catchThrowable(() -> runner.run(experiment(text), options, first));
      while (cut != null) {
        assertThat(cut).isInstanceOf(PowerCut.class);
        Stop next = new Stop(1 + random.nextInt(60), true);
        RunResult[] result = new RunResult[1];
        cut = catchThrowable(() -> result[0] = runner.resume(first.directory, often(root), next));
        if (cut == null) {
          assertSame(result[0], whole);
        }
      }
    }
  }

  /** In a phase whose samples are shown one after the other, and in one where several are. */
  @ParameterizedTest
  @ValueSource(strings = {"train", "test"})
  void killedProcessIsResumed(String phase) throws Exception {
    RunResult whole =
        runner.run(experiment(KilledRun.text(phase)), RunOptions.in(root), RunListener.SILENT);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                root.toString(),
                phase)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path directory;
    try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
      directory = Path.of(out.readLine());
      for (int told = 0; told < 3; told++) {
        assertThat(out.readLine()).startsWith("progress");
      }
      child.destroyForcibly(); // SIGKILL
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(child.exitValue()).isEqualTo(128 + 9);
    assertThat(directory).isDirectory();

    RunListener listener = new Stop(Integer.MAX_VALUE, false);
    assertSame(runner.resume(directory, RunOptions.in(root), listener), whole);
  }

  private Path interrupted() {
    return runner.run(experiment(Texts.TASK), often(root), new Stop(5, false)).directory();
  }

  @Test
  void damagedCheckpointIsRefusedWithOneMessage() throws Exception {
    Path directory = interrupted();
    Path checkpoint = directory.resolve("work").resolve("checkpoint");
    byte[] whole = Files.readAllBytes(checkpoint);
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      byte[] bad = whole.clone();
      if (i % 2 == 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
      }
      Files.write(checkpoint, bad);
      Fault fault =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              Fault.class, () -> runner.resume(directory, RunOptions.in(root), RunListener.SILENT));
      assertThat(fault)
          .hasMessage(
              directory
                  + ": the checkpoint is damaged, its checksum doesn't match. Try running the"
                  + " experiment anew.");
      assertThat(fault.kind().exitCode()).isEqualTo(2);
    }
    Files.write(checkpoint, whole);
    assertThat(runner.resume(directory, RunOptions.in(root), RunListener.SILENT).directory())
        .exists();
  }

  @Test
  void checkpointOfAnotherExperimentIsRefused() throws Exception {
    Path directory = interrupted();
    Path other =
        runner
            .run(
                ExperimentReader.parse("lab.yaml", Texts.TASK, List.of("seed=99")),
                often(root),
                new Stop(5, false))
            .directory();
    Files.copy(
        other.resolve("work").resolve("checkpoint"),
        directory.resolve("work").resolve("checkpoint"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> runner.resume(directory, RunOptions.in(root), RunListener.SILENT))
        .hasMessage(
            directory
                + ": the checkpoint was made by another experiment. Try running the experiment"
                + " anew.");
  }

  @Test
  void lostRecordingsAreNoticed() throws Exception {
    Path directory = interrupted();
    Path answers = directory.resolve("work").resolve("spikes-hidden");
    byte[] bytes = Files.readAllBytes(answers);
    assertThat(bytes.length).isPositive();
    Files.write(answers, new byte[0]);

    assertThatThrownBy(() -> runner.resume(directory, RunOptions.in(root), RunListener.SILENT))
        .hasMessageEndingWith("the run's directory is damaged. Try running the experiment anew.");
  }

  @Test
  void completeRunHasNothingToResume() {
    Path directory =
        runner.run(experiment(Texts.FREE), RunOptions.in(root), RunListener.SILENT).directory();

    assertThatThrownBy(() -> runner.resume(directory, RunOptions.in(root), RunListener.SILENT))
        .hasMessage(directory + ": this run is complete, there's nothing to resume.");
    assertThatThrownBy(
            () -> runner.resume(root.resolve("x"), RunOptions.in(root), RunListener.SILENT))
        .hasMessage(root.resolve("x") + ": there's no such run.");
    assertThatThrownBy(() -> runner.resume(root, RunOptions.in(root), RunListener.SILENT))
        .hasMessage(root + ": isn't an interrupted run. Try the folder that ends in .partial.");
  }

  @Test
  void runThatGoesOnCannotBeResumedBesides() {
    RunListener second =
        new RunListener() {
          @Override
          public void started(String run, Path directory) {
            assertThatThrownBy(
                    () -> runner.resume(directory, RunOptions.in(root), RunListener.SILENT))
                .hasMessage(
                    directory + ": this run is going on in another process. Try waiting for it.");
          }
        };
    assertThat(runner.run(experiment(Texts.FREE), RunOptions.in(root), second).directory())
        .exists();
  }

  @Test
  void interruptionStopsARunAndKeepsIt() {
    Thread.currentThread().interrupt();
    RunResult result = runner.run(experiment(Texts.FREE), RunOptions.in(root), RunListener.SILENT);

    assertThat(result.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);
    assertThat(
            runner
                .resume(result.directory(), RunOptions.in(root), RunListener.SILENT)
                .record()
                .getOutcome())
        .isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
  }

  @Test
  void resumedRunKeepsTheVersionsThatItBeganWith() {
    Path directory = interrupted();
    String newer =
        """
        glia: 1
        kind: neuron
        id: lif
        version: 1.1.0
        equations: |
          dv/dt = -v/tau_m : mV
          i_syn : nA (input)
        parameters: {tau_m: {default: 1 ms}}
        """;
    TestCatalog updated =
        Lab.CATALOG.with(
            new Stripes(), dev.glia.api.modelfiles.ModelFile.read("lif-1.1.0.yaml", newer));
    ExperimentRunner later = new dev.glia.platform.runner.running.ExperimentRunnerService(updated);

    RunRecord record = later.resume(directory, RunOptions.in(root), RunListener.SILENT).record();

    assertThat(record.getComponentsList())
        .filteredOn(lease -> lease.getId().equals("lif"))
        .extracting(ComponentLease::getVersion)
        .containsExactly("1.0.0");
    assertThat(updated.openLeases()).isZero();
  }

  @Test
  void lostDeviceLeavesARunThatGoesOnWhenItIsBack() {
    FragileDriver driver = new FragileDriver(7);
    ExperimentRunner fragile =
        new dev.glia.platform.runner.running.ExperimentRunnerService(
            Lab.CATALOG.with(new Stripes(), driver));
    Experiment experiment =
        ExperimentReader.parse("lab.yaml", Texts.TASK, List.of("target=fragile"));
    Stop listener = new Stop(Integer.MAX_VALUE, false);

    Fault fault =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            Fault.class, () -> fragile.run(experiment, often(root), listener));

    assertThat(fault)
        .hasMessage(
            "board: the cable is out. The run is kept. Go on with: glia run --resume "
                + listener.directory);
    assertThat(fault.kind()).isEqualTo(Fault.Kind.EXTERNAL);
    driver.mend();
    RunResult resumed = fragile.resume(listener.directory, often(root), RunListener.SILENT);
    RunResult whole = runner.run(experiment(Texts.TASK), often(root), RunListener.SILENT);
    assertThat(resumed.record().getSpikeChecksum()).isEqualTo(whole.record().getSpikeChecksum());
    assertThat(resumed.record().getMetricsList()).isEqualTo(whole.record().getMetricsList());
  }

  @Test
  void cancelDoesNotWaitForALongPresentation() {
    Experiment experiment =
        ExperimentReader.parse("lab.yaml", Texts.TASK, List.of("task.present=10000 s"));
    long begin = System.nanoTime();

    RunResult result = runner.run(experiment, RunOptions.in(root), new Stop(3, false));

    assertThat(result.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    assertThat(result.directory().resolve("work").resolve("checkpoint")).exists();
  }
}
