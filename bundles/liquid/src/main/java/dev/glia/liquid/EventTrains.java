package dev.glia.liquid;

import dev.glia.api.component.Parameters;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Samples as bits: in which step which input has an event.
 *
 * @param inputs lines
 * @param steps of each sample
 * @param words of a step: {@code (inputs + 63) / 64}
 * @param bits of each sample, step by step, the lowest bit first; not to be changed
 * @param labels a class a sample; not to be changed
 */
public record EventTrains(int inputs, int steps, int words, long[][] bits, int[] labels) {
  private static final double STEP = 1e-3;

  private static EventTrains of(int inputs, int steps, int count) {
    int words = (inputs + 63) / 64;
    return new EventTrains(inputs, steps, words, new long[count][steps * words], new int[count]);
  }

  /**
   * The first samples of a set, encoded.
   *
   * @param encoder that drives its population with spikes, one a tick and input at most
   */
  public static EventTrains encoded(
      Dataset set, int count, Encoder encoder, Parameters parameters, int inputs, int steps) {
    EventTrains trains = of(inputs, steps, (int) Math.min(count, set.size()));
    Presentation shown = new Presentation(inputs, steps, STEP, 1, new RandomStream(0, "unused", 0));
    for (int i = 0; i < trains.size(); i++) {
      Sample sample = set.sample(i);
      trains.labels[i] = sample.label();
      encoder.encode(sample, shown, parameters, trains.sink(i));
    }
    return trains;
  }

  private EncodingSink sink(int sample) {
    return new EncodingSink() {
      @Override
      public void parameter(String name, double[] values) {
        throw new IllegalArgumentException("an encoder that sets " + name + " gives no events");
      }

      @Override
      public void spike(int tick, int neuron) {
        add(sample, tick - 1, neuron);
      }
    };
  }

  /** All recordings of a set, a millisecond a step; what comes later is left out. */
  public static EventTrains recorded(Dataset set, int steps) {
    int inputs = Arrays.stream(set.shape()).reduce(1, (a, b) -> a * b);
    EventTrains trains = of(inputs, steps, (int) set.size());
    for (int i = 0; i < trains.size(); i++) {
      Sample sample = set.sample(i);
      trains.labels[i] = sample.label();
      for (Sample.Event event : sample.events()) {
        int step = (int) (event.seconds() / STEP);
        if (step < steps) {
          trains.add(i, step, event.address());
        }
      }
    }
    return trains;
  }

  private void add(int sample, int step, int input) {
    bits[sample][step * words + (input >> 6)] |= 1L << input;
  }

  /** Number of samples. */
  public int size() {
    return bits.length;
  }

  /** Whether an input has an event in a step. */
  public boolean has(int sample, int step, int input) {
    return (bits[sample][step * words + (input >> 6)] >>> input & 1) != 0;
  }

  /** The samples whose class is wanted. */
  public EventTrains where(IntPredicate label) {
    int[] kept = IntStream.range(0, size()).filter(i -> label.test(labels[i])).toArray();
    return new EventTrains(
        inputs,
        steps,
        words,
        Arrays.stream(kept).mapToObj(i -> bits[i]).toArray(long[][]::new),
        Arrays.stream(kept).map(i -> labels[i]).toArray());
  }

  /** The first samples. */
  public EventTrains first(int count) {
    int kept = Math.min(count, size());
    return new EventTrains(
        inputs, steps, words, Arrays.copyOf(bits, kept), Arrays.copyOf(labels, kept));
  }

  /** The events of one sample, {@code [step][input]}. */
  public boolean[][] raster(int sample) {
    boolean[][] raster = new boolean[steps][inputs];
    for (int step = 0; step < steps; step++) {
      for (int input = 0; input < inputs; input++) {
        raster[step][input] = has(sample, step, input);
      }
    }
    return raster;
  }

  /** How often each input has an event in each sample: the features without a liquid. */
  public double[][] counts() {
    double[][] counts = new double[size()][inputs];
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < bits[i].length; k++) {
        for (long rest = bits[i][k]; rest != 0; rest &= rest - 1) {
          counts[i][k % words * 64 + Long.numberOfTrailingZeros(rest)]++;
        }
      }
    }
    return counts;
  }
}
