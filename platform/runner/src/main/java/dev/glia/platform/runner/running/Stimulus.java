package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.equations.Parameter;
import dev.glia.api.network.Population;
import dev.glia.platform.runner.reading.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an encoder made of a sample. Reusable; one thread. */
final class Stimulus implements EncodingSink {
  private final Population population;
  private final int ticks;
  private final List<String> known;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private long[] spikes = new long[256];
  private int size;

  /** For a population that is driven for a number of ticks. */
  Stimulus(Population population, int ticks) {
    this.population = population;
    this.ticks = ticks;
    this.known = population.program().parameters().stream().map(Parameter::name).toList();
  }

  void clear() {
    names.clear();
    size = 0;
  }

  @Override
  public void parameter(String name, double[] given) {
    if (!known.contains(name)) {
      throw Fault.input(
          "the encoder sets '"
              + name
              + "', which "
              + population.name()
              + " ("
              + population.model()
              + ") doesn't have. "
              + Problems.advice(name, known));
    }
    if (given.length != population.size() && given.length != 1) {
      throw Fault.input(
          "the encoder gives "
              + given.length
              + " values, "
              + population.name()
              + " has "
              + population.size()
              + " neurons. Try size: "
              + given.length
              + ".");
    }
    int slot = names.size();
    names.add(name);
    if (slot == values.size()) {
      values.add(given.clone());
    } else if (values.get(slot).length == given.length) {
      System.arraycopy(given, 0, values.get(slot), 0, given.length);
    } else {
      values.set(slot, given.clone());
    }
  }

  @Override
  public void spike(int tick, int neuron) {
    if (tick < 1 || tick > ticks || neuron < 0 || neuron >= population.size()) {
      throw Fault.input(
          "the encoder forces a spike of neuron "
              + neuron
              + " at tick "
              + tick
              + ", "
              + population.name()
              + " has "
              + population.size()
              + " neurons and is driven for "
              + ticks
              + " ticks. Try size: "
              + (neuron + 1)
              + ".");
    }
    if (size == spikes.length) {
      spikes = Arrays.copyOf(spikes, 2 * size);
    }
    spikes[size++] = (long) tick << 32 | neuron;
  }

  /** Number of parameters that are set. */
  int parameters() {
    return names.size();
  }

  String name(int index) {
    return names.get(index);
  }

  double[] values(int index) {
    return values.get(index);
  }

  /** Orders the spikes by tick, then neuron. */
  void sort() {
    Arrays.sort(spikes, 0, size);
  }

  int spikes() {
    return size;
  }

  /** Tick of a spike, from the start of the presentation. */
  int spikeTick(int index) {
    return (int) (spikes[index] >>> 32);
  }

  int spikeNeuron(int index) {
    return (int) spikes[index];
  }
}
