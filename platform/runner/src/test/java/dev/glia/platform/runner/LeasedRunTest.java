package dev.glia.platform.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.component.Fault;
import dev.glia.platform.runner.devices.Claim;
import dev.glia.platform.runner.devices.QueuedLeases;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that want a device which only one can have. */
@Timeout(60)
class LeasedRunTest {
  @TempDir Path runs;
  @TempDir Path leases;

  private final Experiment experiment =
      ExperimentReader.parse(
          "lab.yaml", Texts.FREE.replace("target: reference", "target: fragile"), List.of());

  /** As another process would have it: nothing in common but the folder of leases. */
  private ExperimentRunner runner() {
    return new ExperimentRunnerService(
        Lab.CATALOG.with(new FragileDriver(Integer.MAX_VALUE)),
        new QueuedLeases(leases, Duration.ofSeconds(30)));
  }

  /** Stops the run in its midst until it may go on. */
  private static RunListener heldUp(CountDownLatch begun, CountDownLatch goOn) {
    return new RunListener() {
      @Override
      public void started(String run, Path directory) {
        begun.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @Test
  void theSecondRunIsToldItsPositionAndWaits() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<RunResult> first =
        CompletableFuture.supplyAsync(
            () -> runner().run(experiment, RunOptions.in(runs), heldUp(begun, goOn)));
    begun.await();
    LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    CompletableFuture<RunResult> second =
        CompletableFuture.supplyAsync(
            () ->
                runner()
                    .run(
                        experiment,
                        RunOptions.in(runs),
                        new RunListener() {
                          @Override
                          public void message(String text) {
                            if (text.contains("queue")) {
                              told.add(text);
                            }
                          }
                        }),
            command -> Thread.ofPlatform().start(command));
    assertThat(told.take())
        .contains(System.getProperty("user.name"))
        .contains("run lab-")
        .contains("position 1 of the queue");
    assertThat(second).isNotDone();
    goOn.countDown();
    assertThat(second.get().record().getSpikeChecksum())
        .isEqualTo(first.get().record().getSpikeChecksum());
  }

  @Test
  void aRunThatDoesNotWaitLeavesNothingBehind() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<RunResult> first =
        CompletableFuture.supplyAsync(
            () -> runner().run(experiment, RunOptions.in(runs), heldUp(begun, goOn)));
    begun.await();
    RunListener hurried =
        new RunListener() {
          @Override
          public boolean waitsForDevice(List<Claim> ahead) {
            return false;
          }
        };
    Path others = runs.resolve("others");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> runner().run(experiment, RunOptions.in(others), hurried))
        .withMessageContaining("fragile:board is used by")
        .withMessageContaining("run lab-");
    assertThat(others).doesNotExist();
    goOn.countDown();
    first.get();
  }
}
