package dev.glia.platform.runner.devices;

import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceEvents;
import dev.glia.api.device.DeviceListener;
import dev.glia.api.device.HardwareDriver;
import dev.glia.v1.DeviceHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells of devices that come and go, of all drivers: those that are told by their hardware pass it
 * on, the others are asked at intervals. A device that is listed but LOST counts as gone.
 */
public final class DeviceWatch implements AutoCloseable {
  private final DeviceListener listener;
  private final List<HardwareDriver> asked = new ArrayList<>();
  private final List<DeviceEvents> told = new ArrayList<>();
  private final Map<HardwareDriver, Map<String, Device>> present = new HashMap<>();
  private final ScheduledExecutorService poller =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("glia-device-watch").factory());

  /**
   * Begins to watch; the listener's calls come one at a time.
   *
   * @param every time between two questions
   */
  public DeviceWatch(List<HardwareDriver> drivers, DeviceListener listener, Duration every) {
    this.listener = new OneAtATime(listener);
    for (HardwareDriver driver : drivers) {
      driver.listen(this.listener).ifPresentOrElse(told::add, () -> asked.add(driver));
    }
    poller.scheduleWithFixedDelay(this::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask() {
    for (HardwareDriver driver : asked) {
      Map<String, Device> before = present.getOrDefault(driver, Map.of());
      Map<String, Device> now = new HashMap<>();
      Map<String, String> reasons = new HashMap<>();
      try {
        for (Device device : driver.devices()) {
          DeviceHealth health = device.health();
          if (health.getCondition() == DeviceHealth.Condition.CONDITION_LOST) {
            reasons.put(device.id(), health.getReason());
          } else {
            now.put(device.id(), device);
          }
        }
      } catch (RuntimeException mistake) {
        continue; // a driver that can't answer now may later, and must not silence the others
      }
      present.put(driver, now);
      before.keySet().stream()
          .filter(id -> !now.containsKey(id))
          .sorted()
          .forEach(
              id ->
                  listener.unplugged(
                      driver, id, reasons.getOrDefault(id, "it isn't found any more")));
      now.entrySet().stream()
          .filter(entry -> !before.containsKey(entry.getKey()))
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> listener.plugged(driver, entry.getValue()));
    }
  }

  @Override
  public void close() {
    poller.shutdownNow();
    told.forEach(DeviceEvents::close);
  }

  /** Drivers may tell from threads of their own. */
  private record OneAtATime(DeviceListener listener) implements DeviceListener {
    @Override
    public synchronized void plugged(HardwareDriver driver, Device device) {
      listener.plugged(driver, device);
    }

    @Override
    public synchronized void unplugged(HardwareDriver driver, String device, String reason) {
      listener.unplugged(driver, device, reason);
    }
  }
}
