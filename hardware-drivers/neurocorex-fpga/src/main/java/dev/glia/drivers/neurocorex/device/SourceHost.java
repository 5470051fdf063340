package dev.glia.drivers.neurocorex.device;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.drivers.interpreter.InterpretedNetwork;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.mapping.Placement;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The populations that nothing projects to, interpreted on the host: their spikes are what goes
 * over the input lines.
 */
final class SourceHost implements AutoCloseable {
  private static final int[] NONE = {};

  final Deployment deployment;

  private final Placement placement;
  private final Network network;
  private final InputBlock in = new InputBlock();
  private final OutputBlock out;

  /** Spikes by population's place among the sources, then tick. */
  private final List<TreeMap<Long, int[]>> past = new ArrayList<>();

  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private final int[] longestDelay;

  SourceHost(Placement placement) throws DeviceException {
    this.placement = placement;
    Network whole = placement.network();
    List<Population> populations = new ArrayList<>();
    List<Probe> probes = new ArrayList<>();
    for (int p : placement.sources()) {
      Population population = whole.populations().get(p);
      placeOf.put(p, populations.size());
      populations.add(population);
      probes.add(new Probe.Spikes(population.name(), population.size()));
      past.add(new TreeMap<>());
    }
    whole.probes().stream().filter(this::isTraceOfSource).forEach(probes::add);
    network = new Network(whole.dt(), whole.seed(), populations, List.of(), probes);
    out = new OutputBlock(network);
    deployment = InterpretedNetwork.deploy(network);
    longestDelay = new int[populations.size()];
    placement
        .lines()
        .keySet()
        .forEach(
            line -> {
              int place = placeOf.get(line.get(0));
              longestDelay[place] = Math.max(longestDelay[place], line.get(2));
            });
  }

  private boolean isTraceOfSource(Probe probe) {
    return probe instanceof Probe.Trace trace
        && placement.sources().stream()
            .anyMatch(
                p -> placement.network().populations().get(p).name().equals(trace.population()));
  }

  /** Whether a population, by its index in the network, is here. */
  boolean has(int population) {
    return placeOf.containsKey(population);
  }

  /** Makes the spikes of some ticks; their spikes are known afterwards. */
  void advance(int ticks, InputBlock given) throws DeviceLostException {
    in.clear();
    for (int i = 0; i < given.size(); i++) {
      if (has(given.population(i))) {
        in.add(given.tick(i), placeOf.get(given.population(i)), given.neuron(i));
      }
    }
    deployment.advance(ticks, in, out);
    for (int place = 0; place < past.size(); place++) {
      OutputBlock.Record record = out.record(place);
      for (int i = 0; i < record.spikes(); i++) {
        past.get(place)
            .merge(
                record.spikeTick(i),
                new int[] {record.spikeNeuron(i)},
                (a, b) -> {
                  int[] joined = Arrays.copyOf(a, a.length + 1);
                  joined[a.length] = b[0];
                  return joined;
                });
      }
    }
  }

  /** What a trace of a source saw in the last advance, by its index among the sources' traces. */
  OutputBlock.Record trace(int index) {
    return out.record(past.size() + index);
  }

  /** The spikes of a source population at a tick. */
  int[] spikes(int population, long tick) {
    return past.get(placeOf.get(population)).getOrDefault(tick, NONE);
  }

  /** The columns at which events arrive in a tick. */
  void events(long tick, Bits into) {
    placement
        .lines()
        .forEach(
            (line, input) -> {
              int[] spikes = spikes(line.get(0), tick - line.get(2));
              if (Arrays.binarySearch(spikes, line.get(1)) >= 0) {
                into.add(Layout.inputColumn(input));
              }
            });
  }

  void forgetOldSpikes(long now) {
    for (int place = 0; place < past.size(); place++) {
      past.get(place).headMap(now - longestDelay[place], false).clear();
    }
  }

  /** The state of a source population, with all its spikes that may still be on their way. */
  PopulationState state(int population, NetworkState all) {
    int place = placeOf.get(population);
    PopulationState.Builder state = all.getPopulations(place).toBuilder().clearSpikes();
    past.get(place)
        .forEach(
            (tick, neurons) -> {
              PastSpikes.Builder spikes = PastSpikes.newBuilder().setTick(tick);
              Arrays.stream(neurons).forEach(spikes::addNeurons);
              state.addSpikes(spikes);
            });
    return state.build();
  }

  /**
   * Takes over the states of the sources.
   *
   * @throws IllegalArgumentException if they don't fit; nothing has changed then
   */
  void restore(NetworkState state) throws DeviceLostException {
    NetworkState.Builder own =
        NetworkState.newBuilder()
            .setTick(state.getTick())
            .setDt(state.getDt())
            .setSeed(state.getSeed());
    for (int p : placement.sources()) {
      own.addPopulations(state.getPopulations(p));
    }
    deployment.restore(own.build());
    for (int p : placement.sources()) {
      TreeMap<Long, int[]> spikes = past.get(placeOf.get(p));
      spikes.clear();
      for (PastSpikes each : state.getPopulations(p).getSpikesList()) {
        int[] neurons =
            each.getNeuronsList().stream().mapToInt(Integer::intValue).sorted().toArray();
        if (neurons.length > 0) {
          spikes.put(each.getTick(), neurons);
        }
      }
    }
  }

  @Override
  public void close() {
    deployment.close();
  }
}
