package dev.glia.api.crossbar;

/**
 * A rectangle of an array.
 *
 * @param firstInput from 0
 * @param inputs rows, at least 1
 * @param firstOutput from 0
 * @param outputs differential pairs of columns, at least 1
 */
public record Block(int firstInput, int inputs, int firstOutput, int outputs) {
  public Block {
    if (firstInput < 0 || firstOutput < 0 || inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "a block of %d inputs from %d and %d outputs from %d can't be"
              .formatted(inputs, firstInput, outputs, firstOutput));
    }
  }

  /** The first so many inputs and outputs. */
  public static Block of(int inputs, int outputs) {
    return new Block(0, inputs, 0, outputs);
  }

  /** Number of differential pairs in it. */
  public int pairs() {
    return inputs * outputs;
  }

  /**
   * Makes sure that it lies in an array.
   *
   * @throws IllegalArgumentException naming what is too large
   */
  public void requireWithin(int arrayInputs, int arrayOutputs) {
    if ((long) firstInput + inputs > arrayInputs) {
      throw new IllegalArgumentException(
          "inputs %d to %d: the array has %d"
              .formatted(firstInput, (long) firstInput + inputs - 1, arrayInputs));
    }
    if ((long) firstOutput + outputs > arrayOutputs) {
      throw new IllegalArgumentException(
          "outputs %d to %d: the array has %d"
              .formatted(firstOutput, (long) firstOutput + outputs - 1, arrayOutputs));
    }
  }
}
