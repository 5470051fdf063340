package dev.glia.platform.runner.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceEvents;
import dev.glia.api.device.DeviceListener;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.v1.DeviceHealth.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceWatchTest {
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final DeviceListener listener =
      new DeviceListener() {
        @Override
        public void plugged(HardwareDriver driver, Device device) {
          told.add("+" + device.id());
        }

        @Override
        public void unplugged(HardwareDriver driver, String device, String reason) {
          told.add("-" + device + " " + reason);
        }
      };

  /** Boards that come and go. */
  private static class Rack implements HardwareDriver {
    volatile List<Device> devices = List.of();
    volatile boolean broken;

    @Override
    public Descriptor descriptor() {
      return Descriptor.of(ComponentKind.DRIVER, "rack", "1.0.0", "Boards in a rack", "");
    }

    @Override
    public NumberFormat numberFormat() {
      return NumberFormat.FLOAT32;
    }

    @Override
    public List<Device> devices() {
      if (broken) {
        throw new IllegalStateException("no answer");
      }
      return devices;
    }

    @Override
    public Fit fit(Network network) {
      return Fit.PERFECT;
    }
  }

  private String next() throws InterruptedException {
    return told.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void tellsOfDevicesThatComeGoAndComeBack() throws Exception {
    Rack rack = new Rack();
    rack.devices = List.of(Board.ready("a"));
    try (DeviceWatch watch = new DeviceWatch(List.of(rack), listener, Duration.ofMillis(20))) {
      assertThat(next()).isEqualTo("+a");
      rack.devices = List.of(Board.ready("a"), Board.ready("b"));
      assertThat(next()).isEqualTo("+b");
      rack.devices = List.of(new Board("a", Condition.CONDITION_LOST), Board.ready("b"));
      assertThat(next()).startsWith("-a");
      rack.broken = true;
      rack.devices = List.of(Board.ready("a"));
      rack.broken = false;
      assertThat(List.of(next(), next()))
          .containsExactlyInAnyOrder("-b it isn't found any more", "+a");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void driversThatKnowTellThemselves() throws Exception {
    LinkedBlockingQueue<DeviceListener> listeners = new LinkedBlockingQueue<>();
    LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();
    Rack rack =
        new Rack() {
          @Override
          public Optional<DeviceEvents> listen(DeviceListener each) {
            listeners.add(each);
            return Optional.of(() -> closed.add("closed"));
          }
        };
    rack.devices = List.of(Board.ready("never asked for"));
    try (DeviceWatch watch = new DeviceWatch(List.of(rack), listener, Duration.ofMillis(20))) {
      listeners.take().plugged(rack, Board.ready("c"));
      assertThat(next()).isEqualTo("+c");
    }
    assertThat(closed).containsExactly("closed");
    assertThat(told).isEmpty();
  }
}
