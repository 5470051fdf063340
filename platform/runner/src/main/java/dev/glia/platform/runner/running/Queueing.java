package dev.glia.platform.runner.running;

import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.devices.Claim;
import dev.glia.platform.runner.devices.DeviceLeases;
import java.util.List;

/** Waits for a device as long as the listener does, and tells it whenever the queue moves. */
final class Queueing implements DeviceLeases.Patience {
  private final RunListener listener;
  private List<String> told = List.of();

  Queueing(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean waitOn(List<Claim> ahead) {
    List<String> names = ahead.stream().map(Claim::sentence).toList();
    if (!listener.waitsForDevice(ahead)) {
      return false;
    }
    if (!names.equals(told)) {
      told = names;
      listener.message(
          "The device is used by %s; waiting at position %d of the queue."
              .formatted(names.getFirst(), names.size()));
    }
    return true;
  }
}
