package dev.glia.platform.runner.devices;

import dev.glia.v1.DeviceClaim;
import java.util.List;
import java.util.function.UnaryOperator;

/** The claims on one device, in order. Safe for any thread. */
interface ClaimsQueue {
  /** The queue as it is, maybe while somebody changes it. */
  List<DeviceClaim> read();

  /**
   * Changes the queue, with nobody else inside.
   *
   * @return the queue afterwards
   */
  List<DeviceClaim> change(UnaryOperator<List<DeviceClaim>> change);
}
