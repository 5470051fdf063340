package dev.glia.drivers.cpu.delivery;

/**
 * How the synapses of one projection onto one slice of its targets are stored.
 *
 * <p>Synapses of a source have neighboring positions, ordered by delay, then target. A
 * <i>branch</i> is all synapses of a source with the same delay, ordered by source, then delay;
 * where all delays of the projection are equal, branch numbers are source numbers. Owned by one
 * thread.
 */
public interface Synapses {
  /**
   * Adds the weights of branches to their targets' sums, branch by branch.
   *
   * @param branches the first {@code count} are meant
   * @param sums one a neuron of the whole target population
   */
  void deliver(int[] branches, int count, float[] sums);

  /** For people: how they are stored. */
  String form();

  /** Number of synapses. */
  long count();

  long bytes();

  /** Position of a source's first synapse. */
  int first(int source);

  /** Number of a source's synapses. */
  int size(int source);

  /**
   * Weights by position; the live array.
   *
   * @return null where all have {@link #sharedWeight()}
   */
  float[] weights();

  /** The weight of all synapses, where they have only one. */
  default float sharedWeight() {
    throw new IllegalStateException("each synapse has a weight of its own");
  }
}
