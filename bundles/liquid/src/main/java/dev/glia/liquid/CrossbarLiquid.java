package dev.glia.liquid;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A layer of neurons behind a crossbar array, whose random weights nobody trains:
 *
 * <pre>
 * u[t] = a u[t-1] (1 - s[t-1]) + k (Win x[t] + r Wrec s[t-1])      s[t] = 1 if u[t] > θ, else 0
 * </pre>
 *
 * Inputs are the array's first rows, recurrent weights the rows below. All samples of a batch are
 * one access a step, so they share its noise. Not safe for use by several threads.
 */
public final class CrossbarLiquid {
  private static final int BATCH = 500;
  private static final double LEAST_RATE = 0.085;
  private static final double MOST_RATE = 0.115;
  private static final int TUNING_SAMPLES = 60;
  private static final int TUNING_STEPS = 12;

  /**
   * Its constants.
   *
   * @param neurons as many as the array has outputs, at most
   * @param decay a, 0 to 1
   * @param threshold θ
   * @param recurrent r, of the recurrent weights relative to those of the inputs
   */
  public record Constants(int neurons, double decay, double threshold, double recurrent) {}

  /** Spikes of each neuron in each sample, and how many there were. */
  public record Response(double[][] counts, long spikes) {}

  private final CrossbarArray array;
  private final Constants constants;
  private final int inputs;

  /** Weight of a difference of one siemens. */
  private double gain = 0.05e6;

  /**
   * A liquid on an array, which stays the caller's.
   *
   * @param inputs lines; with the neurons, at most the array's inputs
   */
  public CrossbarLiquid(CrossbarArray array, int inputs, Constants constants) {
    this.array = array;
    this.inputs = inputs;
    this.constants = constants;
  }

  /** Weight of a difference of one siemens: k. */
  public double gain() {
    return gain;
  }

  /** Chooses k so that a tenth of the neurons spike in a step, in the mean over some samples. */
  public CrossbarLiquid tuned(EventTrains samples) throws DeviceException {
    EventTrains some = samples.first(TUNING_SAMPLES);
    double low = 0.005e6;
    double high = 0.25e6;
    for (int k = 0; k < TUNING_STEPS; k++) {
      gain = Math.sqrt(low * high);
      double rate = rate(some, run(some, i -> {}));
      if (rate < LEAST_RATE) {
        low = gain;
      } else if (rate > MOST_RATE) {
        high = gain;
      } else {
        break;
      }
    }
    return this;
  }

  /** Share of neurons that spiked in a step. */
  public double rate(EventTrains samples, Response response) {
    return (double) response.spikes / samples.size() / samples.steps() / constants.neurons;
  }

  /**
   * Shows all samples, each from rest.
   *
   * @param progress told how many were shown, now and then; may throw to end it
   */
  public Response run(EventTrains samples, IntConsumer progress) throws DeviceException {
    double[][] counts = new double[samples.size()][constants.neurons];
    long spikes = 0;
    for (int from = 0; from < samples.size(); from += BATCH) {
      int count = Math.min(BATCH, samples.size() - from);
      spikes += run(samples, from, count, counts, null);
      progress.accept(from + count);
    }
    return new Response(counts, spikes);
  }

  /** Which neuron spikes in which step when one sample is shown: {@code [step][neuron]}. */
  public boolean[][] raster(EventTrains samples, int sample) throws DeviceException {
    boolean[][] raster = new boolean[samples.steps()][constants.neurons];
    run(samples, sample, 1, new double[samples.size()][constants.neurons], raster);
    return raster;
  }

  private long run(EventTrains samples, int from, int count, double[][] counts, boolean[][] raster)
      throws DeviceException {
    int neurons = constants.neurons;
    int words = (neurons + 63) / 64;
    Block in = new Block(0, inputs, 0, neurons);
    Block back = new Block(inputs, neurons, 0, neurons);
    long[] shown = new long[count * samples.words()];
    long[] spiked = new long[count * words];
    float[] u = new float[count * neurons];
    float scale = (float) (gain / array.info().readVolts());
    float backScale = (float) (scale * constants.recurrent);
    float decay = (float) constants.decay;
    float threshold = (float) constants.threshold;
    long spikes = 0;
    long before = 0;
    for (int step = 0; step < samples.steps(); step++) {
      for (int b = 0; b < count; b++) {
        System.arraycopy(
            samples.bits()[from + b],
            step * samples.words(),
            shown,
            b * samples.words(),
            samples.words());
      }
      float[] current = array.multiply(in, shown, count, CrossbarArray.FRESH);
      float[] recurrent =
          before == 0 ? null : array.multiply(back, spiked, count, CrossbarArray.FRESH);
      Arrays.fill(spiked, 0);
      before = 0;
      for (int b = 0; b < count; b++) {
        for (int n = 0; n < neurons; n++) {
          int k = b * neurons + n;
          float now = decay * u[k] + scale * current[k];
          now += recurrent == null ? 0 : backScale * recurrent[k];
          boolean spike = now > threshold;
          u[k] = spike ? 0 : now; // gated: what is above the threshold isn't carried on
          if (spike) {
            spiked[b * words + (n >> 6)] |= 1L << n;
            counts[from + b][n]++;
            before++;
            if (raster != null) {
              raster[step][n] = true;
            }
          }
        }
      }
      spikes += before;
    }
    return spikes;
  }
}
