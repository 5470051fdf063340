package dev.glia.api.device;

import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * What the probes of a network saw in one block. Reusable; grows as needed and then allocates no
 * more. Not safe for use by several threads; a driver fills it before {@code advance} returns.
 */
public final class OutputBlock {
  private final List<Probe> probes;
  private final Record[] records;

  public OutputBlock(Network network) {
    this(network.probes());
  }

  public OutputBlock(List<Probe> probes) {
    this.probes = List.copyOf(probes);
    records = new Record[probes.size()];
    for (int i = 0; i < records.length; i++) {
      records[i] = new Record(probes.get(i));
    }
  }

  public void clear() {
    for (Record record : records) {
      record.clear();
    }
  }

  public List<Probe> probes() {
    return probes;
  }

  /** The record of a probe, by its index in the network's list. */
  public Record record(int probe) {
    return records[probe];
  }

  /**
   * The spikes of a population. Runners add probes of their own, so this is how to find one.
   *
   * @throws java.util.NoSuchElementException if the network has no such probe
   */
  public Record spikesOf(String population) {
    return find(p -> p instanceof Probe.Spikes && p.population().equals(population), population);
  }

  /**
   * The samples of a state variable.
   *
   * @throws java.util.NoSuchElementException if the network has no such probe
   */
  public Record traceOf(String population, String variable) {
    return find(
        p ->
            p instanceof Probe.Trace trace
                && trace.population().equals(population)
                && trace.variable().equals(variable),
        population + "." + variable);
  }

  private Record find(Predicate<Probe> which, String what) {
    for (Record record : records) {
      if (which.test(record.probe())) {
        return record;
      }
    }
    throw new NoSuchElementException("no probe of '" + what + "'");
  }

  /** What one probe saw. */
  public static final class Record {
    private final Probe probe;
    private long[] ticks = new long[16];
    private int[] neurons = new int[16];
    private int spikes;
    private final int[] counts;
    private float[] samples = new float[16];
    private int rows;

    Record(Probe probe) {
      this.probe = probe;
      counts = new int[probe instanceof Probe.Counts ? probe.neurons() : 0];
    }

    void clear() {
      spikes = 0;
      rows = 0;
      Arrays.fill(counts, 0);
    }

    public Probe probe() {
      return probe;
    }

    /** For drivers: a spike, ascending by tick, then neuron. */
    public void addSpike(long tick, int neuron) {
      if (spikes == ticks.length) {
        ticks = Arrays.copyOf(ticks, 2 * spikes);
        neurons = Arrays.copyOf(neurons, 2 * spikes);
      }
      ticks[spikes] = tick;
      neurons[spikes++] = neuron;
    }

    /** For drivers: one spike more of a neuron. */
    public void count(int neuron) {
      counts[neuron]++;
    }

    /**
     * For drivers: starts a row of samples.
     *
     * @return where its first value goes in {@link #samples()}
     */
    public int addRow(long tick) {
      int width = probe.neurons();
      if (rows == ticks.length) {
        ticks = Arrays.copyOf(ticks, 2 * rows);
      }
      if ((rows + 1) * width > samples.length) {
        samples = Arrays.copyOf(samples, Math.max(2 * samples.length, (rows + 1) * width));
      }
      ticks[rows] = tick;
      return rows++ * width;
    }

    public int spikes() {
      return spikes;
    }

    public long spikeTick(int index) {
      return ticks[index];
    }

    public int spikeNeuron(int index) {
      return neurons[index];
    }

    /** Spikes of each neuron in the block; the live array. */
    public int[] counts() {
      return counts;
    }

    public int rows() {
      return rows;
    }

    public long rowTick(int row) {
      return ticks[row];
    }

    /**
     * Samples, a row of {@code probe().neurons()} after the other; the live array, maybe longer.
     */
    public float[] samples() {
      return samples;
    }
  }
}
