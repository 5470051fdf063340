package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.Metric;
import dev.glia.v1.RunOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is compared with the same on another device. */
class ShadowTest {
  @TempDir Path root;

  private final TestCatalog catalog = Lab.CATALOG.with(new Stripes(), new FragileDriver(3));
  private final ExperimentRunner runner = new ExperimentRunnerService(catalog);
  private final List<String> messages = new ArrayList<>();
  private Recording recording;
  private ShadowDrift drift;
  private final RunListener listener =
      new RunListener() {
        @Override
        public void message(String text) {
          messages.add(text);
        }

        @Override
        public void recorded(Recording all) {
          recording = all;
        }

        @Override
        public void compared(ShadowDrift all) {
          drift = all;
        }
      };

  static List<String> experiments() {
    return List.of(Texts.FREE, Texts.TASK, Texts.INDEPENDENT);
  }

  private static Experiment experiment(String text) {
    return ExperimentReader.parse("lab.yaml", text, List.of());
  }

  private static Map<String, Double> metrics(RunResult result) {
    return result.record().getMetricsList().stream()
        .collect(Collectors.toMap(Metric::getName, Metric::getValue));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theSameDriverCastsNoShadow(String text) {
    RunResult alone = runner.run(experiment(text), RunOptions.in(root), RunListener.SILENT);

    RunResult result =
        runner.run(experiment(text + "shadow: reference\n"), RunOptions.in(root), listener);

    assertThat(result.record().getSpikeChecksum()).isEqualTo(alone.record().getSpikeChecksum());
    assertThat(messages).contains("The shadow on reference:0 has the same spikes.");
    Map<String, Double> metrics = metrics(result);
    assertThat(metrics).doesNotContainKey("shadow.first-difference");
    assertThat(metrics.get("shadow.ticks")).isPositive();
    assertThat(metrics)
        .allSatisfy(
            (name, value) -> {
              if (name.contains("rate-difference")
                  || name.contains("van-rossum")
                  || name.contains("victor-purpura")
                  || name.contains("accuracy-difference")) {
                assertThat(value).isZero();
              }
            });
    if (text.contains("task:")) {
      assertThat(metrics.get("shadow.accuracy.test")).isEqualTo(metrics.get("accuracy.test"));
      assertThat(metrics.get("shadow.same-answers.test")).isEqualTo(1);
    }
    assertDriftIsOverTheTicksOfTheRecord();
    assertThat(catalog.openLeases()).isZero();
  }

  private void assertDriftIsOverTheTicksOfTheRecord() {
    double dt = recording.network().dt();
    long width = Math.round(drift.window() / dt);
    long begin = Math.round(drift.begin() / dt);
    SpikeTrains trains = recording.spikes().getLast();
    long[] expected = new long[drift.windows()];
    for (long tick : trains.ticks()) {
      if (tick > begin) {
        expected[(int) ((tick - 1 - begin) / width)]++;
      }
    }
    ShadowDrift.Curve curve =
        drift.curves().stream()
            .filter(each -> each.population().equals(trains.population()))
            .findFirst()
            .orElseThrow();
    assertThat(Arrays.stream(expected).sum()).isPositive();
    assertThat(curve.own()).isEqualTo(expected).isEqualTo(curve.shadow());
    assertThat(drift.windows() * width)
        .isBetween(recording.ticks() - begin, recording.ticks() - begin + width - 1);
  }

  @Test
  void aResumedRunIsComparedFromThere() {
    RunListener stop =
        new RunListener() {
          private boolean far;

          @Override
          public void progress(RunProgress progress) {
            far |= progress.done() > 0;
          }

          @Override
          public boolean isCancelled() {
            return far;
          }
        };
    String text = Texts.FREE + "shadow: reference\n";
    RunResult part = runner.run(experiment(text), RunOptions.in(root), stop);
    assertThat(part.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_CANCELLED);

    RunResult whole = runner.resume(part.directory(), RunOptions.in(root), listener);

    assertThat(drift.begin()).isPositive();
    assertThat(drift.begin() / recording.network().dt() + metrics(whole).get("shadow.ticks"))
        .isCloseTo(recording.ticks(), within(1e-6));
    assertDriftIsOverTheTicksOfTheRecord();
  }

  /** What is set while it runs is set on both; a shadow that fails doesn't cost the run. */
  @Test
  void aShadowThatIsLostEndsTheComparisonOnly() {
    RunResult alone = runner.run(experiment(Texts.FREE), RunOptions.in(root), RunListener.SILENT);

    RunResult result =
        runner.run(experiment(Texts.FREE + "shadow: fragile\n"), RunOptions.in(root), listener);

    assertThat(result.record().getSpikeChecksum()).isEqualTo(alone.record().getSpikeChecksum());
    assertThat(messages)
        .anyMatch(m -> m.contains("The comparison ended at tick") && m.contains("cable is out"));
    assertThat(metrics(result).get("shadow.ticks")).isBetween(1.0, 999.0);
  }

  /** A chaotic network in float32 leaves the one in float64 at some tick. */
  @Test
  void theFirstSpikeThatDiffersIsTold() {
    String text =
        Texts.FREE
                .replace("run: 100 ms", "run: 3 s")
                .replace("size: 20, tau_m", "size: 100, tau_m")
                .replace("target: reference", "target: cpu\nshadow: reference")
                .replace(
                    "inputs:",
                    "  - {from: cells, to: cells, topology: {fixed-probability: 0.3}, synapse:"
                        + " {exponential: {tau: 5 ms}}, weight: -0.3 nA, delay: 0.5 ms}\ninputs:")
                .replace("from: 10 ms, until: 60 ms", "from: 10 ms")
                .replace("current: 0.1 nA", "current: 3 nA")
            + "interventions:\n  - {at: 5 ms, set: {cells.v: {uniform: [-65 mV, -50 mV]}}}\n";

    RunResult result = runner.run(experiment(text), RunOptions.in(root), listener);

    Map<String, Double> metrics = metrics(result);
    assertThat(metrics.get("shadow.first-difference")).isBetween(5.0, 3000.0);
    assertThat(metrics.get("shadow.cells.van-rossum")).isPositive();
    assertThat(metrics.get("shadow.cells.victor-purpura")).isPositive();
    assertThat(metrics.get("shadow.noise.van-rossum")).isZero();
    assertThat(messages).anyMatch(m -> m.contains("differs first at tick") && m.contains("cells["));
    assertThat(result.tables()).anyMatch(table -> table.name().equals("shadow"));
  }

  @Test
  void aShadowThatIsntThereIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(
            () ->
                runner.run(experiment(Texts.FREE + "shadow: gpu\n"), RunOptions.in(root), listener))
        .hasMessageContaining("lab.yaml:17")
        .hasMessageContaining("gpu");
    assertThat(root).isEmptyDirectory();
    assertThat(catalog.openLeases()).isZero();
  }
}
