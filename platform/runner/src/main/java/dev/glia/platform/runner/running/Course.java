package dev.glia.platform.runner.running;

import dev.glia.api.device.DeviceLostException;
import dev.glia.v1.Checkpoint;

/** What happens to a deployed network from its first tick to its last. One thread. */
sealed interface Course permits FreeRun, TaskRun {
  /** How a course ends. */
  sealed interface Ending {
    /** All of it was run. */
    record Reached() implements Ending {}

    /** It was told to stop, and left a checkpoint. */
    record Stopped() implements Ending {}

    /**
     * The run goes on with another deployment, in another course.
     *
     * @param at where it goes on
     * @param ticket the intervention that wants it
     */
    record Moving(Checkpoint at, Ticket ticket) implements Ending {}
  }

  /**
   * Goes to the end, or stops where it's told to, with a checkpoint.
   *
   * @param from where to go on, with the deployment in its state; one without a state is the
   *     beginning
   * @throws AbandonedException if it stopped without a new checkpoint
   */
  Ending run(Checkpoint from) throws DeviceLostException;

  /** Ticks in the record so far. */
  long recorded();
}
