package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A recording made by hand, of a network with 1 ms a tick. */
final class Recorded implements Recording {
  private final long ticks;
  private final List<SpikeTrains> spikes = new ArrayList<>();
  private final List<Trace> traces = new ArrayList<>();
  private final List<Weights> weights = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  private Network another;

  private Recorded(long ticks) {
    this.ticks = ticks;
  }

  static Recorded of(long ticks) {
    return new Recorded(ticks);
  }

  /** Of another network than the usual one. */
  Recorded on(Network network) {
    another = network;
    return this;
  }

  /** Spike times in ticks, an array for each neuron. */
  Recorded spikes(String population, long[]... trains) {
    List<long[]> pairs = new ArrayList<>();
    for (int neuron = 0; neuron < trains.length; neuron++) {
      for (long tick : trains[neuron]) {
        pairs.add(new long[] {tick, neuron});
      }
    }
    pairs.sort(Comparator.<long[]>comparingLong(p -> p[0]).thenComparingLong(p -> p[1]));
    spikes.add(
        new SpikeTrains(
            population,
            trains.length,
            pairs.stream().mapToLong(p -> p[0]).toArray(),
            pairs.stream().mapToInt(p -> (int) p[1]).toArray()));
    return this;
  }

  /** A variable at every tick from 1 on. */
  Recorded trace(String variable, String unit, int neurons, float... samples) {
    long[] times = IntStream.rangeClosed(1, samples.length / neurons).asLongStream().toArray();
    traces.add(new Trace("cells", variable, unit, neurons, times, samples));
    return this;
  }

  Recorded weights(String projection, int sources, int targets, float... values) {
    weights.add(new Weights(projection, sources, targets, values));
    return this;
  }

  Recorded answer(String phase, int label, int answer) {
    answers.add(new Answer(phase, label, answer, new int[0]));
    return this;
  }

  /** Populations {@code input} and {@code cells}, and {@code input->cells}, weighted in nA. */
  @Override
  public Network network() {
    if (another != null) {
      return another;
    }
    NeuronEquations cell =
        NeuronEquations.of("dv/dt = -v/tau_m + i_syn/c_m : mV\ni_syn : nA (input)")
            .start("v = 0 mV")
            .parameter("tau_m", "20 ms", "(0, inf)", "time constant")
            .parameter("c_m", "1 nF", "(0, inf)", "capacitance")
            .build();
    SynapseEquations synapse =
        SynapseEquations.of("di/dt = -i/tau : target")
            .onSpike("i += w")
            .output("i")
            .parameter("tau", "5 ms", "(0, inf)", "decay")
            .build();
    return TestNetwork.with("1 ms")
        .population("input", 4, TestNetwork.relay())
        .population("cells", 3, cell)
        .project("input", "cells", p -> p.through(synapse, "i_syn").weight("1 nA"))
        .build();
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public List<SpikeTrains> spikes() {
    return spikes;
  }

  @Override
  public List<Trace> traces() {
    return traces;
  }

  @Override
  public List<Weights> weights() {
    return weights;
  }

  @Override
  public List<Answer> answers() {
    return answers;
  }
}
