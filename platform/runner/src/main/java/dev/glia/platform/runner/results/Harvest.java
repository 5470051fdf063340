package dev.glia.platform.runner.results;

import dev.glia.api.analysis.Recording;
import dev.glia.api.array.NpyArray;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.building.Records;
import dev.glia.platform.runner.building.WeightProbe;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Turns what was gathered into a recording and into files of the run's directory. One thread. */
public final class Harvest {
  private static final String NUMPY = "application/x-npy";

  private final Network network;
  private final Records records;
  private final Gatherer gatherer;
  private final RunDirectory directory;

  /** A harvest of a finished run. */
  public Harvest(Network network, Records records, Gatherer gatherer, RunDirectory directory) {
    this.network = network;
    this.records = records;
    this.gatherer = gatherer;
    this.directory = directory;
  }

  /**
   * Writes spikes, traces and weights as NumPy files, and returns them as a recording.
   *
   * @param finalWeights weights at the end, as devices give them, by projection
   */
  public Recording bringIn(long ticks, Map<String, float[]> finalWeights, List<String> phases) {
    List<Recording.SpikeTrains> spikes = new ArrayList<>();
    List<Recording.Trace> traces = new ArrayList<>();
    for (int i = 0; i < network.populations().size(); i++) {
      String name = network.populations().get(i).name();
      Integer kept = records.spikes().get(name);
      if (kept != null) {
        spikes.add(spikes(name, kept));
      }
      Integer counted = records.counts().get(name);
      if (counted != null) {
        int[] counts = gatherer.totalCounts(i);
        directory.artifact("counts-" + name + ".npy", NUMPY, NpyArray.bytes(counts, counted));
      }
    }
    for (Probe probe : network.probes()) {
      if (probe instanceof Probe.Trace trace) {
        traces.add(trace(trace));
      }
    }
    List<Recording.Weights> weights = new ArrayList<>();
    for (WeightProbe probe : records.weights()) {
      weights.add(weights(probe, finalWeights.get(probe.projection())));
    }
    return new StoredRecording(network, ticks, spikes, traces, weights, gatherer.answers(phases));
  }

  private Recording.SpikeTrains spikes(String population, int kept) {
    ByteBuffer bytes = gatherer.content("spikes-" + population);
    int count = bytes.remaining() / (Long.BYTES + Integer.BYTES);
    long[] ticks = new long[count];
    int[] neurons = new int[count];
    long[] pairs = new long[Math.multiplyExact(2, count)];
    for (int i = 0; i < count; i++) {
      ticks[i] = bytes.getLong();
      neurons[i] = bytes.getInt();
      pairs[2 * i] = ticks[i];
      pairs[2 * i + 1] = neurons[i];
    }
    directory.artifact("spikes-" + population + ".npy", NUMPY, NpyArray.bytes(pairs, count, 2));
    return new Recording.SpikeTrains(population, kept, ticks, neurons);
  }

  private Recording.Trace trace(Probe.Trace probe) {
    String name = "trace-" + probe.population() + "." + probe.variable();
    ByteBuffer bytes = gatherer.content(name);
    int rows = bytes.remaining() / (Long.BYTES + probe.neurons() * Float.BYTES);
    long[] ticks = new long[rows];
    float[] samples = new float[Math.multiplyExact(rows, probe.neurons())];
    for (int row = 0; row < rows; row++) {
      ticks[row] = bytes.getLong();
      for (int i = 0; i < probe.neurons(); i++) {
        samples[row * probe.neurons() + i] = bytes.getFloat();
      }
    }
    directory.artifact(name + ".npy", NUMPY, NpyArray.bytes(samples, rows, probe.neurons()));
    directory.artifact(name + ".ticks.npy", NUMPY, NpyArray.bytes(ticks, rows));
    return new Recording.Trace(
        probe.population(),
        probe.variable(),
        probe.unit().symbol(),
        probe.neurons(),
        ticks,
        samples);
  }

  private Recording.Weights weights(WeightProbe probe, float[] atEnd) {
    Projection projection = network.projection(probe.projection());
    String name = "weights-" + Gatherer.safe(probe.projection());
    int sources = projection.connectivity().sources();
    int targets = projection.connectivity().targets();
    float[] matrix = WeightMatrix.of(projection, atEnd);
    directory.artifact(name + ".npy", NUMPY, NpyArray.bytes(matrix, sources, targets));
    if (probe.everyTicks() > 0) {
      series(name);
    }
    return new Recording.Weights(probe.projection(), sources, targets, matrix);
  }

  /** Readings while the run went on: a row of synapses each, ordered by source, then target. */
  private void series(String name) {
    ByteBuffer bytes = gatherer.content(name);
    long[] ticks = new long[16];
    float[] values = new float[0];
    int rows = 0;
    int width = 0;
    while (bytes.hasRemaining()) {
      if (rows == ticks.length) {
        ticks = Arrays.copyOf(ticks, 2 * rows);
      }
      ticks[rows] = bytes.getLong();
      width = bytes.getInt();
      if (values.length < (rows + 1) * width) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, (rows + 1) * width));
      }
      for (int i = 0; i < width; i++) {
        values[rows * width + i] = bytes.getFloat();
      }
      rows++;
    }
    directory.artifact(name + ".series.npy", NUMPY, NpyArray.bytes(values, rows, width));
    directory.artifact(name + ".series.ticks.npy", NUMPY, NpyArray.bytes(ticks, rows));
  }
}
