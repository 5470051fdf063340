package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.mapping.Wire;
import java.io.IOException;
import java.util.Optional;

/**
 * One network's memories and state on a core, in the core's numbers. What it can't do it refuses
 * with an {@link UnsupportedOperationException} that says why; see {@link #refusal}.
 */
interface Core {
  /** What may be asked of a core besides running. */
  enum Request {
    SET_PARAMETERS,
    SET_STATE,
    WRITE_WEIGHTS,
    FREEZE,
    FORCE_SPIKES,
    SNAPSHOT,
    RESTORE
  }

  /** Why something can't be asked of it now; empty if it can. */
  Optional<String> refusal(Request request);

  /** What isn't checked, for people; empty if everything is. */
  Optional<String> unchecked();

  /** Takes over other thresholds, leaks, biases and refractory times. */
  void replan(Plan next) throws IOException;

  /** Most steps of one run. */
  int maxSteps();

  /**
   * Runs steps.
   *
   * @return the spikes of each; not to be given out before they're confirmed
   * @throws UnsupportedOperationException if it can't run them; then it can't go on
   */
  Bits[] run(Bits[] events, Bits[] forced) throws IOException;

  /** Makes sure that all steps have been run as was said. */
  void confirm() throws IOException;

  /** Membranes, compared values and refractory counters; the rest stays as it is. */
  void readNeurons(State into) throws IOException;

  Bits readSpikes() throws IOException;

  void writeNeurons(State state) throws IOException;

  void writeSpikes(Bits spikes) throws IOException;

  void writeWindows(State state) throws IOException;

  /** The stored weights of a projection. */
  byte[] readWeights(Wire wire) throws IOException;

  /** Writes a projection's weights; other cells keep what they have. */
  void writeWeights(Wire wire, byte[] stored) throws IOException;

  /** Says which projections learn; where none does that could, windows stand still, too. */
  void setLearning(Wire wire, boolean on, boolean inputFrozen, boolean recurrentFrozen)
      throws IOException;

  /**
   * Leaves the core to others; without effect if it's gone.
   *
   * @return why not all that it told can be relied on
   */
  Optional<String> close();
}
