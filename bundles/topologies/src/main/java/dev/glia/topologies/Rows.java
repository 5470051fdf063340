package dev.glia.topologies;

import dev.glia.api.topology.Connectivity;
import java.util.Arrays;

/**
 * Synapses that are all stored, grouped by source. Immutable by agreement: the arrays belong to it.
 */
final class Rows implements Connectivity {
  private final int targets;
  private final int[] starts; // index of a row's first synapse; one more than there are sources
  private final int[] targetOf; // ascending within a row
  private final float[] weights; // SI base units, or null
  private final float[] delays; // s, or null

  Rows(int targets, int[] starts, int[] targetOf, float[] weights, float[] delays) {
    this.targets = targets;
    this.starts = starts;
    this.targetOf = targetOf;
    this.weights = weights;
    this.delays = delays;
  }

  @Override
  public int sources() {
    return starts.length - 1;
  }

  @Override
  public int targets() {
    return targets;
  }

  @Override
  public int[] row(int source) {
    Sizes.source(source, sources());
    return Arrays.copyOfRange(targetOf, starts[source], starts[source + 1]);
  }

  @Override
  public long expectedSynapses() {
    return targetOf.length;
  }

  @Override
  public float[] weights(int source) {
    return slice(weights, source);
  }

  @Override
  public float[] delays(int source) {
    return slice(delays, source);
  }

  private float[] slice(float[] numbers, int source) {
    Sizes.source(source, sources());
    return numbers == null ? null : Arrays.copyOfRange(numbers, starts[source], starts[source + 1]);
  }
}
