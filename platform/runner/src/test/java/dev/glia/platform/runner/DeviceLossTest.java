package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import dev.glia.v1.RunOutcome;
import dev.glia.v1.RunTimeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The device is unplugged while a run goes on. */
class DeviceLossTest {
  @TempDir Path root;

  static List<String> experiments() {
    return List.of(Texts.FREE, Texts.TASK, Texts.INDEPENDENT);
  }

  private static Experiment on(String target, String text) {
    return ExperimentReader.parse(
        "lab.yaml", text.replace("target: reference", "target: " + target), List.of());
  }

  /** Hears of the loss, and may plug the device in again. */
  private static final class Watcher implements RunListener {
    private final List<String> messages = new ArrayList<>();
    private final Runnable onLoss;

    Watcher(Runnable onLoss) {
      this.onLoss = onLoss;
    }

    @Override
    public void message(String text) {
      messages.add(text);
      if (text.startsWith("device lost")) {
        onLoss.run();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theRunWaitsForTheDeviceAndGoesOnToTheSameSpikes(String text) {
    FragileDriver driver = new FragileDriver(7);
    TestCatalog catalog = Lab.CATALOG.with(driver, new Stripes());
    ExperimentRunner runner = new ExperimentRunnerService(catalog);
    RunResult expected = runner.run(on("reference", text), RunOptions.in(root), RunListener.SILENT);
    Watcher watcher = new Watcher(driver::mend);

    RunResult result =
        runner.run(on("{fragile: , on lost: wait 60 s}", text), RunOptions.in(root), watcher);

    assertThat(watcher.messages).anyMatch(m -> m.contains("fragile:board was lost, and is back"));
    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected.record().getSpikeChecksum());
    assertThat(result.record().getTimelineCount()).isEqualTo(1);
    assertThat(catalog.openLeases()).isZero();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theRunFallsBackToAnotherDeviceAndIsRepeated(String text) {
    TestCatalog catalog = Lab.CATALOG.with(new FragileDriver(7), new Stripes());
    ExperimentRunner runner = new ExperimentRunnerService(catalog);
    RunResult expected = runner.run(on("reference", text), RunOptions.in(root), RunListener.SILENT);
    Watcher watcher = new Watcher(() -> {});
    RunOptions options =
        RunOptions.in(root)
            .withOnLost(InterventionReader.onLost("wait 1 ms, then fall back to reference"));

    RunResult result = runner.run(on("fragile", text), options, watcher);

    assertThat(watcher.messages).anyMatch(m -> m.startsWith("fragile:board was lost: swap to ref"));
    assertThat(result.record().getOutcome()).isEqualTo(RunOutcome.RUN_OUTCOME_COMPLETED);
    assertThat(result.record().getSpikeChecksum()).isEqualTo(expected.record().getSpikeChecksum());
    RunTimeline timeline =
        RunTimeline.newBuilder().addAllEntries(result.record().getTimelineList()).build();
    TestCatalog mended = Lab.CATALOG.with(new FragileDriver(Integer.MAX_VALUE), new Stripes());
    RunResult again =
        new ExperimentRunnerService(mended)
            .repeat(on("fragile", text), timeline, RunOptions.in(root), RunListener.SILENT);
    assertThat(again.record().getArtifactsList()).isEqualTo(result.record().getArtifactsList());
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void withoutAPolicyTheRunStopsAndIsKept() {
    TestCatalog catalog = Lab.CATALOG.with(new FragileDriver(7));
    ExperimentRunner runner = new ExperimentRunnerService(catalog);

    assertThatThrownBy(
            () -> runner.run(on("fragile", Texts.FREE), RunOptions.in(root), RunListener.SILENT))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("the cable is out")
        .hasMessageContaining("glia run --resume");
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void aDeviceThatNeverComesBackEndsTheWaiting() {
    TestCatalog catalog = Lab.CATALOG.with(new FragileDriver(7));
    ExperimentRunner runner = new ExperimentRunnerService(catalog);
    RunOptions options = RunOptions.in(root).withOnLost(InterventionReader.onLost("wait 100 ms"));

    assertThatThrownBy(() -> runner.run(on("fragile", Texts.FREE), options, RunListener.SILENT))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("the cable is out")
        .hasMessageContaining("finds no device");
    assertThat(catalog.openLeases()).isZero();
  }

  @Test
  void policiesAreReadWithTheirLines() {
    assertThatThrownBy(() -> on("{cpu: , on lost: hope}", Texts.FREE))
        .hasMessageContaining("lab.yaml:16 target.on lost: 'hope' isn't what a run can do");
    assertThatThrownBy(() -> InterventionReader.onLost("wait 3 mV"))
        .hasMessageContaining("isn't a time");
    ExperimentRunner runner = new ExperimentRunnerService(Lab.CATALOG);
    assertThatThrownBy(() -> runner.check(on("{cpu: , on lost: fall back to gpu}", Texts.FREE)))
        .hasMessageContaining("lab.yaml:16 target.on lost")
        .hasMessageContaining("gpu");
  }
}
