package dev.glia.api.encoding;

import org.osgi.annotation.versioning.ProviderType;

/** Takes an encoded sample. */
@ProviderType
public interface EncodingSink {
  /**
   * Sets a parameter of the driven population's model for the presentation; it returns to its
   * former value afterwards.
   *
   * @param values one a neuron, in SI base units; read during the call
   */
  void parameter(String name, double[] values);

  /**
   * Forces a spike.
   *
   * @param tick from the start of the presentation, 1 to its number of ticks
   */
  void spike(int tick, int neuron);
}
