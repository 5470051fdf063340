package dev.glia.drivers.neurocorex.core;

/**
 * The core, one step at a time. Not safe for use by several threads.
 *
 * <p>It's written to be read next to {@code PROTOCOL.md}, "One step".
 */
public final class IntegerCore {
  private static final Bits NOBODY = new Bits();

  public final Memory memory = new Memory();
  public final State state = new State();

  /** Neurons that had a sum out of range in the last step, whatever became of it. */
  public final Bits overflowed = new Bits();

  private final Learning learning = new Learning(memory, state);
  private final int[] current = new int[Layout.NEURONS];
  private final Bits spiking = new Bits();

  /** Runs one step in which these input columns have an event. */
  public void step(Bits events) {
    step(events, NOBODY);
  }

  /**
   * Runs one step.
   *
   * @param events input columns that have an event
   * @param forced neurons that spike whatever their state
   */
  public void step(Bits events, Bits forced) {
    boolean published = memory.has(Flags.PUBLISHED_ORDER);
    if (!published) {
      learning.learnFromArrivals(events);
    }
    sumCurrents(events);
    compare(forced);
    state.spikes.set(spiking);
    if (published) {
      learning.learnFromSpikes(events);
    }
    learning.countDown();
    if (published) {
      learning.openWindows(events);
    }
    state.steps++;
  }

  /** Whole numbers; they fit an int: 184 weights of 8 bits, half of them times 255. */
  private void sumCurrents(Bits events) {
    int gain = memory.gain();
    for (int i = 0; i < Layout.NEURONS; i++) {
      int row = Layout.row(i) * Layout.SLOTS;
      int fromInputs = 0;
      for (int a = events.next(0); a < Layout.SLOTS; a = events.next(a + 1)) {
        fromInputs += memory.input[row + a];
      }
      int fromNeurons = 0;
      for (int j = state.spikes.next(0); j < Layout.NEURONS; j = state.spikes.next(j + 1)) {
        fromNeurons += j == i ? 0 : memory.recurrent[row + Layout.recurrentColumn(j)];
      }
      current[i] = gain * fromInputs + fromNeurons;
    }
  }

  private void compare(Bits forced) {
    int leak = memory.leak();
    spiking.clear();
    overflowed.clear();
    for (int i = 0; i < Layout.NEURONS; i++) {
      int u = inRange(i, (long) state.v[i] + Fixed.signed(memory.bias[i]));
      state.compared[i] = u;
      if (forced.has(i) || u >= memory.threshold(i) && state.refractory[i] == 0) {
        spiking.add(i);
        state.v[i] = 0;
        state.refractory[i] = 1;
      } else {
        state.v[i] = inRange(i, (long) u - leak + (long) current[i] * Fixed.ONE);
        state.refractory[i] = counted(state.refractory[i], memory.refractorySteps(i));
      }
    }
  }

  private static int counted(int counter, int steps) {
    if (counter == 0) {
      return 0;
    }
    return counter < steps ? counter + 1 : 0;
  }

  private int inRange(int neuron, long exact) {
    if (exact > Fixed.MAX || exact < Fixed.MIN) {
      overflowed.add(neuron);
    }
    return memory.has(Flags.SATURATE) ? Fixed.saturated(exact) : Fixed.signed(exact);
  }
}
