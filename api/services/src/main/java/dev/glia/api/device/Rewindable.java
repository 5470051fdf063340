package dev.glia.api.device;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A deployment that can return to a state at little cost, as often as wanted: samples that are
 * shown independently of each other all begin in the same one. A deployment that isn't rewindable
 * can do the same with {@link Deployment#snapshot} and {@link Deployment#restore}, at a greater
 * cost.
 *
 * <p>What is remembered: state variables of neurons, refractory counts and spikes on their way.
 * What isn't, and stays as it is: weights, learning variables and parameters; so nothing should
 * learn meanwhile.
 *
 * <p>Threading and errors: as for all of a {@link Deployment}'s methods.
 */
@ConsumerType
public interface Rewindable {
  /** Remembers the present state, in place of the one that was remembered before. */
  void mark() throws DeviceLostException;

  /**
   * Returns to the remembered state at a tick of the caller's choice, not negative: {@link
   * Deployment#now()} is then that tick, and what was on its way arrives as many ticks later as it
   * would have after the mark. Everything that follows is what it would be if the state had been
   * snapshot, moved to that tick, and restored.
   *
   * @throws IllegalStateException if nothing is remembered
   */
  void rewind(long tick) throws DeviceLostException;
}
