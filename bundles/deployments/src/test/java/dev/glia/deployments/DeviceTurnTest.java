package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.device.DeviceException;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeviceTurnTest {
  private static final ReferenceDriver DRIVER = new ReferenceDriver();

  private static DeviceTurn take() throws DeviceException {
    return DeviceTurn.take(DRIVER, "", Chain.network());
  }

  @Test
  void secondWaitsUntilTheFirstIsDone() throws Exception {
    CompletableFuture<Long> second = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try (DeviceTurn turn = take()) {
                second.complete(turn.deployment().now());
              } catch (DeviceException e) {
                second.completeExceptionally(e);
              }
            });
    DeviceTurn first = take();
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(second).isNotDone();
    first.close();
    first.close(); // ends one turn only
    assertThat(second.get(20, TimeUnit.SECONDS)).isZero();
    waiting.join();
  }

  @Test
  void turnEndsWhenTheNetworkIsRefused() throws DeviceException {
    assertThatThrownBy(() -> DeviceTurn.take(DRIVER, "", null)).isNotNull();
    try (DeviceTurn turn = take()) {
      assertThat(turn.deployment().network().populations()).hasSize(2);
      assertThat(turn.spent()).as("it has no meter").isEqualTo(new DeviceTurn.Seconds(0, 0));
    }
  }

  @Test
  void deviceThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> DeviceTurn.take(DRIVER, "virtual", Chain.network()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("reference:virtual isn't there");
  }
}
