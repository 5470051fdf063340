package dev.glia.drivers.neurocorex.core;

import java.util.Arrays;

/** What a host programs, and what learning changes: matrices, parameters, flags. */
public final class Memory {
  /** Weights from input lines and between neurons, {@code [row = target][column = source]}. */
  public final byte[] input = new byte[Layout.CELLS];

  public final byte[] recurrent = new byte[Layout.CELLS];

  /** Blocks of 96 numbers of 24 bits: thresholds, refractory steps, leak, learning. */
  public final int[] parameters = new int[4 * Layout.SLOTS];

  /** Which synapses learn: the recurrent ones' bits, then those from input lines. */
  public final byte[] enable = new byte[2 * Layout.CELLS / Byte.SIZE];

  /** One a neuron, 18 bits. */
  public final int[] bias = new int[Layout.NEURONS];

  /** See {@link Flags}. */
  public int flags;

  /** No weight is weakened below it. */
  public byte floor = -1;

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  public int threshold(int neuron) {
    return Fixed.signed(parameters[Layout.parameterSlot(neuron)]);
  }

  public int refractorySteps(int neuron) {
    return Fixed.unsigned(parameters[Layout.SLOTS + Layout.parameterSlot(neuron)]);
  }

  /** What weights from input lines are multiplied with. */
  public int gain() {
    return parameters[Layout.SLOTS] & 0xFF;
  }

  public int leak() {
    return Fixed.signed(parameters[2 * Layout.SLOTS + Layout.LEAK_SLOT]);
  }

  /** Steps for which a spike of an input line, or of a neuron that it reaches, is remembered. */
  public int inputWindow(Side side) {
    return window(0, side);
  }

  /** The same for recurrent synapses. */
  public int recurrentWindow(Side side) {
    return window(1, side);
  }

  private int window(int value, Side side) {
    int bits = parameters[3 * Layout.SLOTS + value];
    return (side == Side.PRE ? bits : bits >> 8) & 0x7F;
  }

  public int strengthening() {
    return parameters[3 * Layout.SLOTS + 2] & 0xFF;
  }

  public int weakening() {
    return parameters[3 * Layout.SLOTS + 2] >> 8 & 0xFF;
  }

  public boolean learnsRecurrent(int cell) {
    return enabled(cell);
  }

  public boolean learnsInput(int cell) {
    return enabled(Layout.CELLS + cell);
  }

  private boolean enabled(int bit) {
    return (enable[bit / 8] & enableMask(bit)) != 0;
  }

  /** Says whether a synapse learns; {@code bit} is its cell, behind 9,216 for an input line's. */
  public void enable(int bit, boolean learns) {
    if (learns) {
      enable[bit / 8] |= (byte) enableMask(bit);
    } else {
      enable[bit / 8] &= (byte) ~enableMask(bit);
    }
  }

  /** Whether any of these synapses learns; numbered as for {@link #enable}. */
  public boolean learns(int from, int to) {
    for (int bit = from; bit < to; bit++) {
      if (enabled(bit)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing learns any more. */
  public void clearEnable() {
    Arrays.fill(enable, (byte) 0);
  }

  private int enableMask(int bit) {
    return 1 << (has(Flags.ENABLE_LOWEST_FIRST) ? bit % 8 : 7 - bit % 8);
  }

  /** Takes over everything. */
  public void set(Memory other) {
    System.arraycopy(other.input, 0, input, 0, input.length);
    System.arraycopy(other.recurrent, 0, recurrent, 0, recurrent.length);
    System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
    System.arraycopy(other.enable, 0, enable, 0, enable.length);
    System.arraycopy(other.bias, 0, bias, 0, bias.length);
    flags = other.flags;
    floor = other.floor;
  }

  public void clear() {
    Arrays.fill(input, (byte) 0);
    Arrays.fill(recurrent, (byte) 0);
    Arrays.fill(parameters, 0);
    clearEnable();
    Arrays.fill(bias, 0);
    flags = 0;
    floor = -1;
  }
}
