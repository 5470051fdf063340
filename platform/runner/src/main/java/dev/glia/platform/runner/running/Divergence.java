package dev.glia.platform.runner.running;

import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.platform.runner.ShadowDrift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What differs between a run and its shadow. One thread. */
final class Divergence {
  /** A spike that one of the two has and the other hasn't, at a tick of the record. */
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
  private final double dt;
  private final TrainDistance[] distances;
  private final DriftCurve[] curves;
  private final Map<String, Answers> answers = new LinkedHashMap<>();
  private First first;
  private String end = "";
  private long ticks;
  private long begin = -1;
  private long recorded;

  Divergence(Network network) {
    populations = network.populations();
    dt = network.dt();
    distances = new TrainDistance[populations.size()];
    curves = new DriftCurve[distances.length];
    for (int p = 0; p < distances.length; p++) {
      distances[p] = new TrainDistance(populations.get(p).size(), dt);
      curves[p] = new DriftCurve(distances[p]);
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

  /**
   * Says where the record is; blocks that follow are behind each other from there. To be called
   * before the first, and whenever some were dropped.
   */
  void at(long tick) {
    recorded = tick;
    begin = begin < 0 ? tick : begin;
  }

  /**
   * Takes a block of each, over the same ticks.
   *
   * @param end the deployments' tick after it
   */
  void take(OutputBlock own, OutputBlock shadow, int blockTicks, long end) {
    ticks += blockTicks;
    recorded += blockTicks;
    for (int p = 0; p < distances.length; p++) {
      curves[p].reach(recorded - begin);
      compare(p, own.record(p), shadow.record(p), recorded - end);
    }
  }

  private void compare(int p, OutputBlock.Record own, OutputBlock.Record shadow, long shift) {
    int i = 0;
    int j = 0;
    while (i < own.spikes() || j < shadow.spikes()) {
      int order = order(own, i, shadow, j);
      long tick = shift + (order <= 0 ? own.spikeTick(i) : shadow.spikeTick(j));
      curves[p].add(tick - begin, order <= 0, order >= 0);
      if (order <= 0) {
        distances[p].add(0, own.spikeTick(i), own.spikeNeuron(i));
      }
      if (order >= 0) {
        distances[p].add(1, shadow.spikeTick(j), shadow.spikeNeuron(j));
      }
      if (order < 0) {
        note(tick, p, own.spikeNeuron(i), false);
      } else if (order > 0) {
        note(tick, p, shadow.spikeNeuron(j), true);
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

  /** How it went. */
  ShadowDrift drift() {
    List<ShadowDrift.Curve> all = new ArrayList<>();
    for (int p = 0; p < curves.length; p++) {
      all.add(curves[p].upTo(populations.get(p).name(), Math.max(0, recorded - begin)));
    }
    return new ShadowDrift(
        Math.max(0, begin) * dt,
        (curves.length == 0 ? 1 : curves[0].width()) * dt,
        all,
        first == null ? OptionalDouble.empty() : OptionalDouble.of(first.tick() * dt));
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
