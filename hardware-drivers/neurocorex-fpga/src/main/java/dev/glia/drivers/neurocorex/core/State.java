package dev.glia.drivers.neurocorex.core;

import java.util.Arrays;

/** What a step changes, weights aside. */
public final class State {
  /** Membrane, 18 bits. */
  public final int[] v = new int[Layout.NEURONS];

  /** What was compared with the threshold in the last step. */
  public final int[] compared = new int[Layout.NEURONS];

  /** Refractory counter: 0 free, else how many steps ago the neuron spiked, 1 the first. */
  public final int[] refractory = new int[Layout.NEURONS];

  /** Who spiked in the last step. */
  public final Bits spikes = new Bits();

  /** Steps for which windows stay open, by neuron. */
  public final int[] recurrentPre = new int[Layout.NEURONS];

  public final int[] recurrentPost = new int[Layout.NEURONS];

  /** The same by input column. */
  public final int[] inputPre = new int[Layout.SLOTS];

  public final int[] inputPost = new int[Layout.NEURONS];

  /** Steps since power-up or a reset, modulo 2^32. */
  public int steps;

  /** Takes over membranes, compared values and refractory counters. */
  public void setNeurons(State other) {
    System.arraycopy(other.v, 0, v, 0, v.length);
    System.arraycopy(other.compared, 0, compared, 0, compared.length);
    System.arraycopy(other.refractory, 0, refractory, 0, refractory.length);
  }

  /** Takes over everything. */
  public void set(State other) {
    setNeurons(other);
    spikes.set(other.spikes);
    System.arraycopy(other.recurrentPre, 0, recurrentPre, 0, recurrentPre.length);
    System.arraycopy(other.recurrentPost, 0, recurrentPost, 0, recurrentPost.length);
    System.arraycopy(other.inputPre, 0, inputPre, 0, inputPre.length);
    System.arraycopy(other.inputPost, 0, inputPost, 0, inputPost.length);
    steps = other.steps;
  }

  /** Whether nothing is left of what was, membranes aside. */
  public boolean isAtRest() {
    return spikes.isEmpty()
        && isZero(refractory)
        && isZero(recurrentPre)
        && isZero(recurrentPost)
        && isZero(inputPre)
        && isZero(inputPost);
  }

  private static boolean isZero(int[] counters) {
    return Arrays.stream(counters).allMatch(c -> c == 0);
  }

  /** What the end of a plain stream does. */
  public void endStream() {
    Arrays.fill(v, 0);
    Arrays.fill(compared, 0);
    spikes.clear();
  }

  public void reset() {
    endStream();
    Arrays.fill(refractory, 0);
    Arrays.fill(recurrentPre, 0);
    Arrays.fill(recurrentPost, 0);
    Arrays.fill(inputPre, 0);
    Arrays.fill(inputPost, 0);
    steps = 0;
  }
}
