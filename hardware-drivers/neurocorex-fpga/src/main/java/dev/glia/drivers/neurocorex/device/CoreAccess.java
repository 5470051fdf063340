package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.DeviceLostException;
import java.io.IOException;
import java.util.Optional;

/** Calls of the core: what it can't do is refused before, a broken link means a lost device. */
final class CoreAccess {
  final Core core;

  private final String device;
  private final HostMirror mirror;
  private final Readings readings;

  /** Why it can't go on; empty while it can. */
  private Optional<String> ended = Optional.empty();

  CoreAccess(String device, Core core, HostMirror mirror, Readings readings) {
    this.device = device;
    this.core = core;
    this.mirror = mirror;
    this.readings = readings;
  }

  /** Something that needs the device. */
  interface Task<T> {
    T run(Core core) throws IOException;
  }

  /** The same, without a result. */
  interface Action {
    void run(Core core) throws IOException;
  }

  <T> T ask(Task<T> task) throws DeviceLostException {
    try {
      return task.run(core);
    } catch (IOException e) {
      readings.lost();
      throw new DeviceLostException(
          "%s is lost: %s; the network's last whole tick was %d"
              .formatted(device, e.getMessage(), mirror.now),
          e);
    }
  }

  void tell(Action action) throws DeviceLostException {
    ask(
        core -> {
          action.run(core);
          return null;
        });
  }

  /**
   * Makes sure that something can be asked of the core.
   *
   * @throws UnsupportedOperationException saying why not
   */
  void permit(Core.Request request) {
    refuse(core.refusal(request));
  }

  /** The network has come to where the core can't follow. */
  void end(String why) {
    ended =
        Optional.of(
            "%s can't go on: %s; the network's last whole tick was %d"
                .formatted(device, why, mirror.now));
  }

  void requireGoing() {
    refuse(ended);
  }

  private static void refuse(Optional<String> reason) {
    reason.ifPresent(
        why -> {
          throw new UnsupportedOperationException(why);
        });
  }
}
