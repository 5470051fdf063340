package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.v1.Metric;
import dev.glia.v1.RunRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRunTest {
  @TempDir Path root;

  private final ExperimentRunner runner = Lab.withStripes();

  private RunResult run(RunListener listener, String... overrides) {
    return runner.run(
        ExperimentReader.parse("stripes.yaml", Texts.TASK, List.of(overrides)),
        RunOptions.in(root),
        listener);
  }

  private static double metric(RunRecord record, String name) {
    return record.getMetricsList().stream()
        .filter(metric -> metric.getName().equals(name))
        .mapToDouble(Metric::getValue)
        .findFirst()
        .orElseThrow();
  }

  private double taught(String... overrides) {
    RunResult result =
        runner.run(
            ExperimentReader.parse("taught.yaml", Texts.TAUGHT, List.of(overrides)),
            RunOptions.in(root),
            RunListener.SILENT);
    return metric(result.record(), "accuracy.test");
  }

  @Test
  void networkLearnsStripesFromItsTeacherAndNothingFromAWrongOne() {
    assertThat(taught()).isGreaterThan(0.9);
    assertThat(taught("task.phases.train.shuffle-labels=true")).isLessThan(0.6);
    assertThat(taught("task.teacher.rate=0 Hz")).isLessThan(0.6);
  }

  @Test
  void learningIsFrozenWhereAPhaseDoesNotLearn() throws Exception {
    byte[] untrained = weights(run(RunListener.SILENT, "task.phases.train.learning=false"));
    byte[] alsoUntrained =
        weights(
            run(
                RunListener.SILENT,
                "task.phases.train.learning=false",
                "task.phases.train.samples=3"));
    byte[] trained = weights(run(RunListener.SILENT));

    assertThat(alsoUntrained).isEqualTo(untrained);
    assertThat(trained).isNotEqualTo(untrained);
  }

  @Test
  void scalingHappensBeforeEachPresentation() throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(weights(run(RunListener.SILENT)));
    bytes.order(ByteOrder.LITTLE_ENDIAN).position(10 + bytes.getShort(8));
    double sum = 0;
    for (int source = 0; source < 16; source++) {
      sum += bytes.getFloat(bytes.position() + 4 * (source * 8));
    }
    // Scaled to 2 nA before the last presentation, to which that one may have added a little.
    assertThat(sum).isBetween(2e-9 * 0.9999, 2.5e-9);
  }

  private static byte[] weights(RunResult result) throws Exception {
    return Files.readAllBytes(result.directory().resolve("weights-learn-input.npy"));
  }

  @Test
  void sameSeedGivesSameAnswers() {
    RunRecord first = run(RunListener.SILENT).record();
    RunRecord second = run(RunListener.SILENT).record();

    assertThat(second.getSpikeChecksum()).isEqualTo(first.getSpikeChecksum());
    assertThat(second.getArtifactsList()).isEqualTo(first.getArtifactsList());
    assertThat(second.getMetricsList()).isEqualTo(first.getMetricsList());
  }

  @Test
  void quietSamplesAreShownAgainStronger() {
    List<RunProgress> ends = new ArrayList<>();
    run(
        new RunListener() {
          @Override
          public void progress(RunProgress progress) {
            if (progress.done() == progress.total() && progress.unit().equals("presentations")) {
              ends.add(progress);
            }
          }
        },
        "populations.hidden.v_threshold=10 V");

    // Nobody ever spikes, so each sample is shown at strength 1, 2, 3 and 4.
    assertThat(ends).last().extracting(RunProgress::phase).isEqualTo("test");
    assertThat(ends.getLast().metrics()).isEqualTo(Map.of("accuracy", 0.0, "showings", 4.0));
  }

  @Test
  void answersOfTaughtPhasesAreNotCounted() {
    RunRecord record = run(RunListener.SILENT).record();

    assertThat(record.getMetricsList())
        .extracting(Metric::getName)
        .doesNotContain("accuracy.train");
  }

  @Test
  void populationThatDoesNotFitTheClassesIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> run(RunListener.SILENT, "populations.classes.size=5"))
        .hasMessage(
            "stripes.yaml:32 task.teacher: classes has 5 neurons, the data set has 4 classes: each"
                + " needs its neuron. Try size: 4.\n"
                + "stripes.yaml:32 task.readout: classes has 5 neurons, the data set has 4 classes:"
                + " each needs its neuron. Try size: 4.");
    assertThatThrownBy(() -> run(RunListener.SILENT, "task.phases.train.samples=99"))
        .hasMessage(
            "stripes.yaml:41 task.phases.train.samples: the split 'train' has only 12 samples. Try"
                + " samples: 12.");
    assertThatThrownBy(() -> run(RunListener.SILENT, "populations.input.size=9"))
        .hasMessageStartingWith("stripes.yaml:33 task.encode: ")
        .hasMessageContaining("16")
        .hasMessageContaining("9");
    assertThatThrownBy(
            () -> run(RunListener.SILENT, "task.phases.train.set.classes.v_treshold=10 V"))
        .hasMessageContaining(
            "--set task.phases.train.set.classes.v_treshold: unknown parameter of lif@1.0.0. Did"
                + " you mean 'v_threshold'?");
    assertThatThrownBy(() -> run(RunListener.SILENT, "task.into=hidden"))
        .hasMessageContaining(
            "task.encode: poisson-rate@1.0.0 drives the model 'poisson', but hidden is of the model"
                + " 'lif'. Try model: poisson.");
    assertThatThrownBy(() -> run(RunListener.SILENT, "task.phases.test.split=tset"))
        .hasMessageContaining(
            "task.phases.test.split: stripes@1.0.0 has no split 'tset'. Did you mean 'test'?");
    assertThatThrownBy(() -> run(RunListener.SILENT, "task.teacher.phases=[training]"))
        .hasMessageContaining("task.teacher.phases: there's no phase 'training'.");
    assertThat(root).isEmptyDirectory();
  }
}
