package dev.glia.api.environment;

import org.osgi.annotation.versioning.ConsumerType;

/** One closed loop. Used by one thread at a time. */
@ConsumerType
public interface Environment extends AutoCloseable {
  /** Number of observed values. */
  int observations();

  /** Number of action values. */
  int actions();

  /** Starts an episode and fills {@code observation} (of length {@link #observations()}). */
  void reset(double[] observation);

  /**
   * Applies an action for one block of ticks.
   *
   * @param action of length {@link #actions()}, read only
   * @param seconds simulated time that the block covers
   * @param observation filled with what is seen afterwards
   */
  Outcome step(double[] action, double seconds, double[] observation);

  /** The state in a form that {@link #restore} takes; so that a run can be checkpointed. */
  byte[] snapshot();

  void restore(byte[] snapshot);

  @Override
  void close();

  /** What a block brought. */
  record Outcome(double reward, boolean episodeEnded) {}
}
