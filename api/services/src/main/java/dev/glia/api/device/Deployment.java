package dev.glia.api.device;

import dev.glia.api.network.Network;
import dev.glia.v1.NetworkState;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network loaded on a device.
 *
 * <p>What a device can't do, by its driver's {@link Capabilities}, it refuses with an {@link
 * UnsupportedOperationException} that says so.
 *
 * <p>Threading: one caller at a time; a call while another is inside fails with
 * IllegalStateException. Everything except {@link #advance} happens at a tick boundary. After
 * {@link #close} every call but {@code close} fails with IllegalStateException.
 */
@ConsumerType
public interface Deployment extends AutoCloseable {
  Network network();

  /** The tick that will be run next; 0 after deployment. */
  long now();

  /** Largest number of ticks of one {@link #advance}. */
  int maxBlock();

  /**
   * Runs ticks in the order of the package description, then returns.
   *
   * @param ticks 1 to {@link #maxBlock()}
   * @param in spikes to force, in (now, now + ticks]; read during the call only
   * @param out cleared, then filled with what the network's probes see; stays the caller's
   * @throws DeviceLostException link broken: now() is the last whole tick, snapshots stay valid
   * @throws BlowUpException a variable isn't finite any more; only close() is useful afterwards
   */
  void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException;

  /**
   * Sets a parameter of a population's program, from the next tick on.
   *
   * @param values of length 1, or one a neuron, in SI base units; copied
   * @throws IllegalArgumentException if population or parameter is unknown, the length is wrong or
   *     a value is NaN; nothing has changed then
   */
  void setParameter(String population, String parameter, double[] values)
      throws DeviceLostException;

  /**
   * Sets a state variable: length 1, or one a neuron, in SI base units. Refuses what {@link
   * #setParameter} refuses.
   */
  void setState(String population, String variable, double[] values) throws DeviceLostException;

  /** Freezes or thaws a projection's learning: frozen, neither weights nor variables change. */
  void setLearning(String projection, boolean on) throws DeviceLostException;

  /**
   * Raises an event of a projection's learning program, as {@code presentation}; without effect if
   * no rule of it listens, or while it's frozen.
   */
  void raise(String projection, String event) throws DeviceLostException;

  /** Number of synapses of a projection. */
  long synapses(String projection);

  /** The weights, ordered by source, then target, in SI base units; all-but-one has no own ones. */
  float[] readWeights(String projection) throws DeviceLostException;

  /**
   * Replaces the weights; ordered and measured as {@link #readWeights} returns them.
   *
   * @throws IllegalArgumentException if the projection is unknown, the length is wrong or a weight
   *     is NaN; nothing has changed then
   */
  void writeWeights(String projection, float[] weights) throws DeviceLostException;

  /** Everything needed to go on elsewhere. */
  NetworkState snapshot() throws DeviceLostException;

  /**
   * Takes over a state of the same network; {@link #now()} is then its tick.
   *
   * @throws IllegalArgumentException naming what doesn't fit, or is NaN; the state is then
   *     unchanged
   */
  void restore(NetworkState state) throws DeviceLostException;

  /** How the driver stored and places the network. */
  DeploymentReport report();

  @Override
  void close();
}
