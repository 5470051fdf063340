package dev.glia.drivers.cpu.compile;

/** Which element of an array belongs to iteration {@code k} of a loop; names are those of Frame. */
public enum Place {
  /** {@code k}. */
  LINE,
  /** {@code k - from}: an array of one tile's length. */
  TILE,
  /** {@code index[k]}. */
  LISTED,
  /** {@code base + k}. */
  ROW,
  /** {@code shift + k}. */
  SHIFTED,
  /** {@code shift + narrow[k]}, or {@code shift + index[k]}. */
  TARGET,
  /** {@code base + k*stride}. */
  STRIDED,
  /** {@code second[k]}. */
  BRANCH,
  /** {@code sources[k]}. */
  SOURCE,
  /** {@code sources[second[k]]}. */
  BRANCH_SOURCE,
  /** {@code outer}: the same in all iterations. */
  OUTER,
  /** {@code neuron}: the same in all iterations. */
  NEURON;

  boolean isOuter() {
    return this == OUTER || this == NEURON;
  }

  /** Whether neighboring iterations touch neighboring elements. */
  boolean isContiguous() {
    return this == LINE || this == TILE || this == ROW || this == SHIFTED || isOuter();
  }
}
