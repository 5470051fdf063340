package dev.glia.platform.runner.running;

import java.util.Arrays;

/**
 * How far the spike trains of one population are from each other on two devices, spike by spike in
 * the order of ticks. One thread.
 *
 * <p>Van Rossum (2001): spikes become exponential decays of 10 ms, the distance is the root of
 * their squared difference's integral over that time; one spike too many is 0.71. Victor and
 * Purpura (1996): the least cost of making one train the other, 1 for a spike more or less, and for
 * a shift by 10 ms; of the first neurons, and of so many of their spikes only, as it takes time by
 * the square of their number.
 */
final class TrainDistance {
  static final double TIME = 0.01;

  private static final int EDITED_NEURONS = 50;
  private static final int EDITED_SPIKES = 1000;

  private final double dt;
  private final double[] difference;
  private final double[] squares;
  private final long[] last;
  private final long[][][] trains;
  private final int[][] lengths;
  private final long[] counts = new long[2];

  /**
   * A comparison.
   *
   * @param dt seconds a tick
   */
  TrainDistance(int neurons, double dt) {
    this.dt = dt;
    difference = new double[neurons];
    squares = new double[neurons];
    last = new long[neurons];
    int edited = Math.min(neurons, EDITED_NEURONS);
    trains = new long[2][edited][16];
    lengths = new int[2][edited];
  }

  /**
   * Takes a spike.
   *
   * @param side 0 for the run's own, 1 for the shadow's
   */
  void add(int side, long tick, int neuron) {
    counts[side]++;
    decay(neuron, tick);
    difference[neuron] += side == 0 ? 1 : -1;
    if (neuron < trains[side].length && lengths[side][neuron] < EDITED_SPIKES) {
      long[] train = trains[side][neuron];
      int length = lengths[side][neuron]++;
      if (length == train.length) {
        train = Arrays.copyOf(train, 2 * length);
        trains[side][neuron] = train;
      }
      train[length] = tick;
    }
  }

  private void decay(int neuron, long tick) {
    double factor = Math.exp(-(tick - last[neuron]) * dt / TIME);
    double before = difference[neuron];
    squares[neuron] += before * before / 2 * (1 - factor * factor);
    difference[neuron] = before * factor;
    last[neuron] = tick;
  }

  long count(int side) {
    return counts[side];
  }

  /** Mean over all neurons. */
  double vanRossum() {
    double sum = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += Math.sqrt(squares[i] + difference[i] * difference[i] / 2);
    }
    return sum / squares.length;
  }

  /** Mean over the neurons that are looked at. */
  double victorPurpura() {
    double sum = 0;
    for (int i = 0; i < trains[0].length; i++) {
      sum +=
          cost(
              Arrays.copyOf(trains[0][i], lengths[0][i]),
              Arrays.copyOf(trains[1][i], lengths[1][i]),
              dt / TIME);
    }
    return trains[0].length == 0 ? 0 : sum / trains[0].length;
  }

  /**
   * The distance of two trains.
   *
   * @param perTick cost of a shift by a tick
   */
  static double cost(long[] a, long[] b, double perTick) {
    double[] row = new double[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      double diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        double shifted = diagonal + perTick * Math.abs(a[i - 1] - b[j - 1]);
        diagonal = row[j];
        row[j] = Math.min(shifted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length];
  }
}
