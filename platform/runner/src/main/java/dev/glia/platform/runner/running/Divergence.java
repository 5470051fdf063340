package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between a run and its shadow. One thread. */
final class Divergence {
  /** A spike that one of the two has and the other hasn't. */
  record First(long tick, String population, int neuron, boolean inShadow) {}

  /** How a phase was answered. */
  static final class Answers {
    private long shown;
    private long right;
    private long ownRight;
    private long same;

    double accuracy() {
      return (double) right / shown;
    }

    /** How much better the shadow is. */
    double difference() {
      return (double) (right - ownRight) / shown;
    }

    double agreement() {
      return (double) same / shown;
    }
  }

  private final List<Population> populations;
  private final TrainDistance[] distances;
  private final Map<String, Answers> answers = new LinkedHashMap<>();
  private First first;
  private String end = "";
  private long ticks;

  Divergence(Network network) {
    populations = network.populations();
    distances = new TrainDistance[populations.size()];
    for (int p = 0; p < distances.length; p++) {
      distances[p] = new TrainDistance(populations.get(p).size(), network.dt());
    }
  }

  boolean isGoingOn() {
    return end.isEmpty();
  }

  /** Ends the comparison before the run ends. */
  void end(String reason) {
    end = isGoingOn() ? reason : end;
  }

  /** Why the comparison ended early; empty if it didn't. */
  String reason() {
    return end;
  }

  /** Takes a block of each, over the same ticks. */
  void take(OutputBlock own, OutputBlock shadow, int blockTicks) {
    ticks += blockTicks;
    for (int p = 0; p < distances.length; p++) {
      compare(p, own.record(p), shadow.record(p));
    }
  }

  private void compare(int p, OutputBlock.Record own, OutputBlock.Record shadow) {
    int i = 0;
    int j = 0;
    while (i < own.spikes() || j < shadow.spikes()) {
      int order = order(own, i, shadow, j);
      if (order <= 0) {
        distances[p].add(0, own.spikeTick(i), own.spikeNeuron(i));
      }
      if (order >= 0) {
        distances[p].add(1, shadow.spikeTick(j), shadow.spikeNeuron(j));
      }
      if (order < 0) {
        note(own.spikeTick(i), p, own.spikeNeuron(i), false);
      } else if (order > 0) {
        note(shadow.spikeTick(j), p, shadow.spikeNeuron(j), true);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
  }

  /** Which of two spikes comes first, by tick, then neuron; 0 if they are the same. */
  private static int order(OutputBlock.Record own, int i, OutputBlock.Record shadow, int j) {
    if (i == own.spikes()) {
      return 1;
    }
    if (j == shadow.spikes()) {
      return -1;
    }
    int byTick = Long.compare(own.spikeTick(i), shadow.spikeTick(j));
    return byTick != 0 ? byTick : Integer.compare(own.spikeNeuron(i), shadow.spikeNeuron(j));
  }

  private void note(long tick, int population, int neuron, boolean inShadow) {
    if (first == null || tick < first.tick()) {
      first = new First(tick, populations.get(population).name(), neuron, inShadow);
    }
  }

  /** Takes what both answered to a sample. */
  void answered(String phase, int label, int own, int shadow) {
    Answers of = answers.computeIfAbsent(phase, name -> new Answers());
    of.shown++;
    of.right += shadow == label ? 1 : 0;
    of.ownRight += own == label ? 1 : 0;
    of.same += own == shadow ? 1 : 0;
  }

  /** The first spike that differs. */
  Optional<First> first() {
    return Optional.ofNullable(first);
  }

  long ticks() {
    return ticks;
  }

  Map<String, Answers> answers() {
    return answers;
  }

  List<Population> populations() {
    return populations;
  }

  TrainDistance distance(int population) {
    return distances[population];
  }
}
