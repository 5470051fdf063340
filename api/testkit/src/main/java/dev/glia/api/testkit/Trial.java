package dev.glia.api.testkit;

import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A network on a driver's first device: spikes are forced, ticks are run, and everything that
 * probes see is kept. What fails on the way fails the test.
 */
public final class Trial implements AutoCloseable {
  private final Network network;
  private final Deployment deployment;
  private final OutputBlock out;
  private final TreeMap<Long, List<int[]>> forced = new TreeMap<>();
  private final List<Kept> kept = new ArrayList<>();
  private int blockSize = 1000;

  private Trial(Network network, Deployment deployment) {
    this.network = network;
    this.deployment = deployment;
    out = new OutputBlock(network);
    network.probes().forEach(probe -> kept.add(new Kept()));
  }

  /** What one probe saw so far. */
  private static final class Kept {
    final List<long[]> spikes = new ArrayList<>();
    final List<float[]> rows = new ArrayList<>();
    final List<Long> rowTicks = new ArrayList<>();
    int[] counts = {};
  }

  public static Trial of(HardwareDriver driver, Network network) {
    return of(driver, network, DeployOptions.DEFAULT);
  }

  /** Deploys the network; the test fails if the driver refuses. */
  public static Trial of(HardwareDriver driver, Network network, DeployOptions options) {
    return on(driver.devices().get(0), network, options);
  }

  /**
   * Deploys the network on a certain device; the test fails if the device refuses.
   *
   * @since 1.1
   */
  public static Trial on(Device device, Network network, DeployOptions options) {
    try {
      return new Trial(network, device.deploy(network, options));
    } catch (DeviceException e) {
      throw new AssertionError(device.id() + " refuses: " + e.getMessage(), e);
    }
  }

  /** Longest block that is run in one go; 1000 ticks, or what the driver allows, at first. */
  public Trial blocks(int ticks) {
    blockSize = ticks;
    return this;
  }

  /** Forces spikes on a neuron at these ticks, which haven't been run yet. */
  public Trial force(String population, int neuron, long... ticks) {
    int index = network.populations().indexOf(network.population(population));
    for (long tick : ticks) {
      forced.computeIfAbsent(tick, t -> new ArrayList<>()).add(new int[] {index, neuron});
    }
    return this;
  }

  /** Runs so many ticks more. */
  public Trial run(long ticks) {
    long end = deployment.now() + ticks;
    while (deployment.now() < end) {
      long longest = Math.min(blockSize, deployment.maxBlock());
      advance((int) Math.min(longest, end - deployment.now()));
    }
    return this;
  }

  private void advance(int ticks) {
    InputBlock in = new InputBlock();
    long now = deployment.now();
    forced
        .subMap(now, false, now + ticks, true)
        .forEach((tick, spikes) -> spikes.forEach(spike -> in.add(tick, spike[0], spike[1])));
    try {
      deployment.advance(ticks, in, out);
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < kept.size(); i++) {
      keep(out.record(i), kept.get(i));
    }
  }

  private static void keep(OutputBlock.Record record, Kept kept) {
    for (int i = 0; i < record.spikes(); i++) {
      kept.spikes.add(new long[] {record.spikeTick(i), record.spikeNeuron(i)});
    }
    int width = record.probe().neurons();
    for (int row = 0; row < record.rows(); row++) {
      kept.rowTicks.add(record.rowTick(row));
      kept.rows.add(Arrays.copyOfRange(record.samples(), row * width, (row + 1) * width));
    }
    int[] counts = record.counts();
    int[] before = kept.counts.length == 0 ? new int[counts.length] : kept.counts;
    kept.counts = IntStream.range(0, counts.length).map(i -> before[i] + counts[i]).toArray();
  }

  /** The deployment itself, for what a trial has no words for. */
  public Deployment deployment() {
    return deployment;
  }

  /** All recorded spikes of a population so far. */
  public SpikeTrains spikes(String population) {
    int probe = probe(population, Probe.Spikes.class, "");
    List<long[]> spikes = kept.get(probe).spikes;
    return new SpikeTrains(
        population,
        network.probes().get(probe).neurons(),
        spikes.stream().mapToLong(spike -> spike[0]).toArray(),
        spikes.stream().mapToInt(spike -> (int) spike[1]).toArray());
  }

  /** Number of spikes of each neuron so far. */
  public int[] counts(String population) {
    return kept.get(probe(population, Probe.Counts.class, "")).counts.clone();
  }

  /** Samples of a variable in one neuron so far, in SI base units. */
  public double[] trace(String population, String variable, int neuron) {
    List<float[]> rows = kept.get(probe(population, Probe.Trace.class, variable)).rows;
    return rows.stream().mapToDouble(row -> row[neuron]).toArray();
  }

  /** The ticks of the samples of {@link #trace}. */
  public long[] traceTicks(String population, String variable) {
    return kept.get(probe(population, Probe.Trace.class, variable)).rowTicks.stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private int probe(String population, Class<? extends Probe> kind, String variable) {
    List<Probe> probes = network.probes();
    return IntStream.range(0, probes.size())
        .filter(i -> kind.isInstance(probes.get(i)))
        .filter(i -> probes.get(i).population().equals(population))
        .filter(i -> !(probes.get(i) instanceof Probe.Trace t) || t.variable().equals(variable))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no probe of " + population + " " + variable));
  }

  @Override
  public void close() {
    deployment.close();
  }
}
