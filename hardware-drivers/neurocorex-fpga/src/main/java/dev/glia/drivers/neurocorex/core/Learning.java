package dev.glia.drivers.neurocorex.core;

/**
 * Plasticity with rectangular windows: a post spike strengthens the synapses whose pre window is
 * open, a pre spike weakens those whose post window is.
 */
final class Learning {
  private final Memory memory;
  private final State state;

  Learning(Memory memory, State state) {
    this.memory = memory;
    this.state = state;
  }

  /** The spikes of the last step arrive, and the input events of this one. */
  void learnFromArrivals(Bits events) {
    Bits spikes = state.spikes;
    if (!memory.has(Flags.RECURRENT_LEARNING_FROZEN)) {
      each(spikes, this::weakenRecurrentColumn);
      open(spikes, state.recurrentPre, memory.recurrentWindow(Side.PRE));
      each(spikes, this::strengthenRecurrentRow);
      open(spikes, state.recurrentPost, memory.recurrentWindow(Side.POST));
    }
    if (!memory.has(Flags.INPUT_LEARNING_FROZEN)) {
      each(events, this::weakenInputColumn);
      open(events, state.inputPre, memory.inputWindow(Side.PRE));
      each(spikes, this::strengthenInputRow);
      open(spikes, state.inputPost, memory.inputWindow(Side.POST));
    }
  }

  /** The published order: the spikes of this step, as soon as they're there. */
  void learnFromSpikes(Bits events) {
    Bits spikes = state.spikes;
    boolean recurrent = !memory.has(Flags.RECURRENT_LEARNING_FROZEN);
    boolean input = !memory.has(Flags.INPUT_LEARNING_FROZEN);
    for (int i = spikes.next(0); i < Layout.NEURONS; i = spikes.next(i + 1)) {
      if (input) {
        strengthenInputRow(i);
      }
      if (recurrent) {
        strengthenRecurrentRow(i);
        weakenRecurrentColumn(i);
      }
    }
    if (input) {
      open(spikes, state.inputPost, memory.inputWindow(Side.POST));
      each(events, this::weakenInputColumn);
    }
  }

  /** The published order opens windows last, so that they count from the next step on. */
  void openWindows(Bits events) {
    if (!memory.has(Flags.INPUT_LEARNING_FROZEN)) {
      open(events, state.inputPre, memory.inputWindow(Side.PRE));
      open(state.spikes, state.inputPost, memory.inputWindow(Side.POST));
    }
    if (!memory.has(Flags.RECURRENT_LEARNING_FROZEN)) {
      open(state.spikes, state.recurrentPre, memory.recurrentWindow(Side.PRE));
      open(state.spikes, state.recurrentPost, memory.recurrentWindow(Side.POST));
    }
  }

  /** A step passes. */
  void countDown() {
    if (!memory.has(Flags.RECURRENT_LEARNING_FROZEN)) {
      countDown(state.recurrentPre);
      countDown(state.recurrentPost);
    }
    if (!memory.has(Flags.INPUT_LEARNING_FROZEN)) {
      countDown(state.inputPre);
      countDown(state.inputPost);
    }
  }

  private static void countDown(int[] windows) {
    for (int i = 0; i < windows.length; i++) {
      windows[i] = Math.max(0, windows[i] - 1);
    }
  }

  private void strengthenRecurrentRow(int i) {
    for (int j = 0; j < Layout.NEURONS; j++) {
      int cell = Layout.recurrentCell(i, j);
      if (j != i && state.recurrentPre[j] > 0 && memory.learnsRecurrent(cell)) {
        memory.recurrent[cell] = stronger(memory.recurrent[cell]);
      }
    }
  }

  private void weakenRecurrentColumn(int j) {
    for (int i = 0; i < Layout.NEURONS; i++) {
      int cell = Layout.recurrentCell(i, j);
      if (i != j && state.recurrentPost[i] > 0 && memory.learnsRecurrent(cell)) {
        memory.recurrent[cell] = weaker(memory.recurrent[cell]);
      }
    }
  }

  private void strengthenInputRow(int i) {
    int row = Layout.row(i) * Layout.SLOTS;
    for (int column = 0; column < Layout.SLOTS; column++) {
      if (state.inputPre[column] > 0 && memory.learnsInput(row + column)) {
        memory.input[row + column] = stronger(memory.input[row + column]);
      }
    }
  }

  private void weakenInputColumn(int column) {
    for (int i = 0; i < Layout.NEURONS; i++) {
      int cell = Layout.row(i) * Layout.SLOTS + column;
      if (state.inputPost[i] > 0 && memory.learnsInput(cell)) {
        memory.input[cell] = weaker(memory.input[cell]);
      }
    }
  }

  private byte stronger(byte weight) {
    return (byte) Math.min(Byte.MAX_VALUE, weight + memory.strengthening());
  }

  private byte weaker(byte weight) {
    return (byte) Math.max(memory.floor, weight - memory.weakening());
  }

  private static void open(Bits slots, int[] windows, int steps) {
    for (int slot = slots.next(0); slot < windows.length; slot = slots.next(slot + 1)) {
      windows[slot] = steps;
    }
  }

  private interface Slot {
    void accept(int slot);
  }

  private static void each(Bits slots, Slot action) {
    for (int slot = slots.next(0); slot < Layout.SLOTS; slot = slots.next(slot + 1)) {
      action.accept(slot);
    }
  }
}
