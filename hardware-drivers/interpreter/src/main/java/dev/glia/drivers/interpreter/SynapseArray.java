package dev.glia.drivers.interpreter;

import dev.glia.api.device.DeviceLostException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hardware that holds the synapses of one projection. Called by one thread at a time, always
 * between two ticks of the neurons: if it's lost, they're as they were.
 */
@ConsumerType
public interface SynapseArray {
  /**
   * What spikes that arrive together give each target.
   *
   * @param tick in which they arrive
   * @param sources that spiked, ascending; at least one
   * @return one sum a target, in SI base units of the weight
   */
  double[] sums(long tick, int[] sources) throws DeviceLostException;

  /**
   * Puts other weights in place.
   *
   * @param weights ordered by source, then target; changed to what the hardware has now, which may
   *     be something else
   */
  void write(double[] weights) throws DeviceLostException;

  /** How the synapses are held, for the report of a deployment. */
  String form();
}
