package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Fault;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.v1.Checkpoint;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentPhaseTest {
  @TempDir Path root;

  private final ExperimentRunner runner = Lab.withStripes();

  /** Keeps what was recorded, and stops when it has been asked so many times. */
  private static final class Observer implements RunListener {
    private final int stopAfter;
    private int asked;
    private Recording recording;
    private Path directory;

    Observer(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    Observer() {
      this(Integer.MAX_VALUE);
    }

    @Override
    public void started(String run, Path path) {
      directory = path;
    }

    @Override
    public boolean isCancelled() {
      return ++asked > stopAfter;
    }

    @Override
    public void recorded(Recording made) {
      recording = made;
    }
  }

  private static Experiment experiment(String target, String... overrides) {
    String text = Texts.INDEPENDENT.replace("target: reference", "target: " + target);
    return ExperimentReader.parse("stripes.yaml", text, List.of(overrides));
  }

  private RunOptions threads(int count) {
    return RunOptions.in(root).withThreads(count);
  }

  private static void assertSame(RunRecord actual, RunRecord expected) {
    assertThat(actual.getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
    assertThat(actual.getSpikeChecksum()).isEqualTo(expected.getSpikeChecksum());
    assertThat(actual.getMetricsList()).isEqualTo(expected.getMetricsList());
    assertThat(actual.getArtifactsList()).isEqualTo(expected.getArtifactsList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void resultsAreTheSameHoweverManySamplesRunAtOnce(String target) {
    Observer first = new Observer();
    RunRecord expected = runner.run(experiment(target), threads(1), first).record();
    assertThat(first.recording.answers()).hasSize(5 + 24 + 3);
    assertThat(expected.getMetricsList()).isNotEmpty();
    for (int threads : new int[] {2, 7, 24, 0}) {
      Observer observer = new Observer();
      RunRecord actual = runner.run(experiment(target), threads(threads), observer).record();
      assertSame(actual, expected);
      assertThat(observer.recording.answers())
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(first.recording.answers());
    }
  }

  @Test
  void floatingPointFormatIsTheOnlyDifferenceBetweenDrivers() {
    Observer reference = new Observer();
    Observer cpu = new Observer();
    runner.run(experiment("reference"), threads(2), reference);
    runner.run(experiment("cpu"), threads(2), cpu);

    assertThat(cpu.recording.ticks()).isEqualTo(reference.recording.ticks());
    assertThat(cpu.recording.answers())
        .extracting(Recording.Answer::from)
        .isEqualTo(reference.recording.answers().stream().map(Recording.Answer::from).toList());
  }

  @Test
  void recordRunsOnWithoutGapsThroughSamplesThatWereShownAgain() {
    Observer observer = new Observer();
    runner.run(experiment("cpu"), threads(2), observer);
    List<Recording.Answer> answers = observer.recording.answers();

    long again = 0;
    for (int i = 1; i < answers.size(); i++) {
      long ticks = answers.get(i).until() - answers.get(i - 1).until();
      if (!answers.get(i).phase().equals("train")) {
        assertThat(ticks % 50).isZero();
        again += ticks > 50 ? 1 : 0;
      }
    }
    assertThat(again).as("samples that were shown again").isPositive();
    long[] spikes = observer.recording.spikesOf("hidden").orElseThrow().ticks();
    assertThat(Arrays.stream(spikes).sorted().toArray()).isEqualTo(spikes);
    assertThat(spikes[spikes.length - 1]).isLessThanOrEqualTo(observer.recording.ticks());
    assertThat(observer.recording.ticks()).isEqualTo(answers.getLast().until() + 10);
    long[] rows = observer.recording.traces().getFirst().ticks();
    assertThat(Arrays.stream(rows).sorted().distinct().toArray()).isEqualTo(rows);
  }

  /** Cells come from far below rest: whoever begins anew shows that again. */
  private Recording.Trace silence(boolean independent) {
    Observer observer = new Observer();
    String text =
        Texts.TASK
            .replace("target: reference", "target: cpu")
            .replace("size: 8,", "size: 8, start: {v: -90 mV},")
            .replace("{of: hidden, record: [spikes, counts]}", "{of: hidden, record: v}")
            .replace("max_rate: 100 Hz", "max_rate: 0 Hz")
            .replace("    - {name: train,", "    #");
    runner.run(
        ExperimentReader.parse(
            "silence.yaml",
            text.replace("  boost:", "  #").replace("teacher:", "#"),
            List.of("task.phases.test.independent=" + independent)),
        threads(2),
        observer);
    return observer.recording.traces().getFirst();
  }

  @Test
  void everySampleBeginsInTheStateInWhichThePhaseBegan() {
    Recording.Trace independent = silence(true);
    Recording.Trace inTurn = silence(false);

    int sample = 50 * independent.neurons();
    float[] first = Arrays.copyOf(independent.samples(), sample);
    assertThat(first[0]).isLessThan(-0.08f);
    for (int k = 1; k < Stripes.SIZE; k++) {
      assertThat(Arrays.copyOfRange(independent.samples(), k * sample, (k + 1) * sample))
          .isEqualTo(first);
    }
    assertThat(Arrays.copyOf(inTurn.samples(), sample)).isEqualTo(first);
    assertThat(inTurn.samples()[sample]).isGreaterThan(-0.08f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void runThatStoppedInSuchAPhaseGoesOnWithAnotherNumberOfLanes(String target) throws Exception {
    Experiment experiment = experiment(target, "task.phases.test.epochs=60");
    RunRecord whole = runner.run(experiment, threads(1), RunListener.SILENT).record();
    RunResult stopped = runner.run(experiment, threads(2), new Observer(250));
    for (int threads : new int[] {7, 1, 2}) {
      assertThat(stopped.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);
      Checkpoint checkpoint = checkpoint(stopped.directory());
      assertThat(checkpoint.getPhase()).isEqualTo(2);
      assertThat(checkpoint.getPresentation()).isBetween(1L, 719L);
      stopped = runner.resume(stopped.directory(), threads(threads), new Observer(100));
    }
    assertSame(runner.resume(stopped.directory(), threads(3), RunListener.SILENT).record(), whole);
  }

  /** The message that stands before its checksum. */
  private static Checkpoint checkpoint(Path directory) throws Exception {
    byte[] bytes = Files.readAllBytes(directory.resolve("work").resolve("checkpoint"));
    return Checkpoint.parseFrom(Arrays.copyOf(bytes, bytes.length - 32));
  }

  @Test
  void phaseThatLearnsCannotBeIndependent() {
    assertThatThrownBy(
            () ->
                runner.run(
                    experiment("cpu", "task.phases.train.independent=true"),
                    threads(1),
                    RunListener.SILENT))
        .hasMessageContaining(
            "task.phases.train.independent: the phase learns, so what a sample changes is there for"
                + " the next. Try learning: false, or independent: false.");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void lostDeviceLeavesARunThatGoesOnWhenItIsBack() {
    FragileDriver driver = new FragileDriver(3);
    ExperimentRunner fragile = new ExperimentRunnerService(Lab.CATALOG.with(new Stripes(), driver));
    Observer observer = new Observer();

    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> fragile.run(experiment("fragile"), threads(2), observer));

    assertThat(fault.kind()).isEqualTo(Fault.Kind.EXTERNAL);
    assertThat(fault).hasMessageStartingWith("board: the cable is out. The run is kept.");
    driver.mend();
    RunRecord resumed = fragile.resume(observer.directory, threads(2), RunListener.SILENT).record();
    RunRecord whole = runner.run(experiment("reference"), threads(2), RunListener.SILENT).record();
    assertThat(resumed.getSpikeChecksum()).isEqualTo(whole.getSpikeChecksum());
    assertThat(resumed.getMetricsList()).isEqualTo(whole.getMetricsList());
  }

  @Test
  void cancelDoesNotWaitForALongSample() {
    AtomicInteger asked = new AtomicInteger();
    RunListener stop =
        new RunListener() {
          @Override
          public boolean isCancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    long begin = System.nanoTime();

    RunResult result = runner.run(experiment("cpu", "task.present=10000 s"), threads(2), stop);

    assertThat(result.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    assertThat(result.directory().resolve("work").resolve("checkpoint")).exists();
  }

  @Test
  void interruptionStopsSuchAPhaseAndKeepsIt() {
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(RunProgress progress) {
            if (progress.phase().equals("before")) {
              Thread.currentThread().interrupt();
            }
          }
        };
    RunResult stopped =
        runner.run(experiment("cpu", "task.phases.before.epochs=300"), threads(2), listener);

    assertThat(stopped.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);
    assertThat(
            runner
                .resume(stopped.directory(), threads(3), RunListener.SILENT)
                .record()
                .getOutcome())
        .isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
  }
}
