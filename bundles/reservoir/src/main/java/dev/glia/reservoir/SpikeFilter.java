package dev.glia.reservoir;

import dev.glia.api.analysis.Recording.SpikeTrains;

/**
 * The state of a liquid of spiking neurons, as a readout sees it: each neuron's spikes, filtered
 * exponentially (Maass, Natschläger and Markram 2002, doi:10.1162/089976602760407955).
 */
public final class SpikeFilter {
  private SpikeFilter() {}

  /**
   * Filtered spikes at regular times.
   *
   * @param decay time constant in ticks, positive
   * @param every ticks between rows
   * @param rows row k is at tick {@code (k + 1)·every} and has the spikes up to it
   * @return a row a time, a column a neuron; a spike adds 1 at its tick
   */
  public static double[][] states(SpikeTrains spikes, double decay, int every, int rows) {
    double[][] states = new double[rows][spikes.size()];
    double[] trace = new double[spikes.size()];
    long[] last = new long[spikes.size()];
    int next = 0;
    for (int k = 0; k < rows; k++) {
      long now = (k + 1L) * every;
      for (; next < spikes.ticks().length && spikes.ticks()[next] <= now; next++) {
        int neuron = spikes.neurons()[next];
        long tick = spikes.ticks()[next];
        trace[neuron] = trace[neuron] * StrictMath.exp((last[neuron] - tick) / decay) + 1;
        last[neuron] = tick;
      }
      for (int i = 0; i < trace.length; i++) {
        states[k][i] = trace[i] * StrictMath.exp((last[i] - now) / decay);
      }
    }
    return states;
  }
}
