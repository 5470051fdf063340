package dev.glia.api.topology;

import org.osgi.annotation.versioning.ConsumerType;

/** The synapses of a projection. Immutable; rows may be asked for by several threads at once. */
@ConsumerType
public interface Connectivity {
  /** Shapes that a driver can serve without storing who is connected to whom. */
  enum Pattern {
    GENERAL,
    /** Source i to target i. */
    ONE_TO_ONE,
    ALL_TO_ALL,
    /** Source i to every target but i. */
    ALL_BUT_ONE
  }

  int sources();

  int targets();

  default Pattern pattern() {
    return Pattern.GENERAL;
  }

  /**
   * The targets of a source neuron, ascending; a target may occur more than once. The same array
   * content at every call; the caller may keep and change the array.
   */
  int[] row(int source);

  /** Expected number of synapses, for planning; exact if it's cheap to know. */
  long expectedSynapses();

  /**
   * Weights that the rule itself prescribes for a row, in the order of {@link #row}, in SI base
   * units; null if the projection's weight law decides.
   */
  default float[] weights(int source) {
    return null;
  }

  /** Delays in seconds that the rule itself prescribes; null if the delay law decides. */
  default float[] delays(int source) {
    return null;
  }
}
