package dev.glia.platform.runner.running;

import dev.glia.api.device.DeviceLostException;
import dev.glia.v1.Checkpoint;

/** What happens to a deployed network from its first tick to its last. One thread. */
sealed interface Course permits FreeRun, TaskRun {
  /**
   * Goes to the end, or stops where it's told to, with a checkpoint.
   *
   * @param from where to go on; a checkpoint without a state is the beginning
   * @return whether the end was reached
   * @throws AbandonedException if it stopped without a new checkpoint
   */
  boolean run(Checkpoint from) throws DeviceLostException;

  /** Ticks in the record so far. */
  long recorded();
}
