package dev.glia.drivers.neurocorex.core;

/** Where things lie in the memories: 96 slots an axis, shifted by the pipeline of the core. */
public final class Layout {
  /** Slots an axis. */
  public static final int SLOTS = 96;

  /** Neurons that can be used. */
  public static final int NEURONS = 90;

  /** Input lines that can be used. */
  public static final int INPUTS = 94;

  /** Cells of one weight matrix. */
  public static final int CELLS = SLOTS * SLOTS;

  /** The one leak slot that is used. */
  public static final int LEAK_SLOT = 8;

  private Layout() {}

  /** The threshold and Tref slot of a neuron. */
  public static int parameterSlot(int neuron) {
    return neuron + 4;
  }

  /** The row of a neuron in both weight matrices. */
  public static int row(int neuron) {
    return neuron + 6;
  }

  /** The column of a neuron, as the source of a recurrent synapse. */
  public static int recurrentColumn(int neuron) {
    return neuron + 5;
  }

  /** The column of an input line, which is its address on the wire too. */
  public static int inputColumn(int input) {
    return input + 2;
  }

  /** The cell of a recurrent synapse. */
  public static int recurrentCell(int target, int source) {
    return row(target) * SLOTS + recurrentColumn(source);
  }

  /** The cell of a synapse from an input line. */
  public static int inputCell(int target, int input) {
    return row(target) * SLOTS + inputColumn(input);
  }
}
