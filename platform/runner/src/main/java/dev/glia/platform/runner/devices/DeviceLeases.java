package dev.glia.platform.runner.devices;

import dev.glia.api.device.Device;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may use which device: an OSGi service, for all processes that share a folder of leases.
 *
 * <p>Whoever wants a device that isn't shared joins its queue; the first in the queue has it. A
 * claim is void as soon as its process is gone, or if it wasn't heard of for its time-out, as when
 * a process hangs or a machine sleeps; the next one in the queue then gets the device. Safe for any
 * thread.
 */
@ProviderType
public interface DeviceLeases {
  /** Asked by {@link #take} while a device belongs to somebody else. */
  @FunctionalInterface
  interface Patience {
    /** Doesn't wait at all. */
    Patience NONE = ahead -> false;

    /**
     * Called when it's found that one has to wait, and then about four times a second.
     *
     * @param ahead who comes first, the present holder foremost: as many as one's position
     * @return whether to go on waiting
     */
    boolean waitOn(List<Claim> ahead);
  }

  /**
   * Takes a device, as soon as all who came before are done with it. A shared device is had at
   * once, by anyone.
   *
   * @param driver id of the driver
   * @param purpose what for, for others to read: the run
   * @throws dev.glia.api.component.Fault EXTERNAL naming the holder, if patience ended or the
   *     thread was interrupted, or if the folder of leases can't be written
   */
  DeviceLease take(String driver, Device device, String purpose, Patience patience);

  /** Who has a device and who waits for it, in order; empty if it's free or shared. */
  List<Claim> claims(String driver, Device device);
}
