package dev.glia.drivers.cpu;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.compile.DeferredPost;
import dev.glia.drivers.cpu.compile.SynapseForm;
import dev.glia.drivers.cpu.delivery.Choice;
import dev.glia.drivers.cpu.delivery.Dense;
import dev.glia.drivers.cpu.delivery.Rows;
import dev.glia.drivers.cpu.delivery.Storage;
import dev.glia.drivers.cpu.delivery.SynapseDraw;
import dev.glia.drivers.cpu.delivery.Synapses;
import dev.glia.drivers.cpu.learning.Learner;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.List;

/** One projection: its synapses, stored by slices of the targets, and what they need in common. */
final class Wires {
  private final Projection projection;
  private final Cells source;
  private final Cells target;
  private final int[] bounds;
  private final SynapseDraw draw;
  private final int arrival;
  private final int coupling;
  private final float[][] post;
  private final DeferredPost.Verdict deferredPost;
  private final Learner[] learners;
  private final Choice choice;
  private Synapses[] synapses;
  private DelayRange delays;
  private boolean weightsReplaced;
  private boolean learning;

  Wires(
      Projection projection,
      Cells source,
      Cells target,
      int[] bounds,
      double dt,
      long seed,
      Choice choice) {
    this.choice = choice;
    this.projection = projection;
    this.source = source;
    this.target = target;
    this.bounds = bounds;
    draw = new SynapseDraw(projection, dt, seed);
    PopulationProgram program = target.population().program();
    arrival = indexOf(program.arrivals().stream().map(a -> a.receptor()).toList());
    coupling = indexOf(program.couplings().stream().map(c -> c.receptor()).toList());
    learning = projection.learning().isPresent();
    deferredPost = judge(dt);
    learners = new Learner[bounds.length - 1];
    boolean each = learning || coupling >= 0;
    int variables = 1 + projection.learning().map(l -> l.program().synapse().size()).orElse(0);
    synapses =
        Storage.build(
            choice.form(),
            draw,
            bounds,
            each ? Storage.Use.EACH_WEIGHT : Storage.Use.STATIC,
            each ? variables : 0);
    int posts =
        projection
            .learning()
            .map(Projection.Plasticity::program)
            .map(p -> p.post().size())
            .orElse(0);
    post = new float[posts][Padding.padded(target.size())];
  }

  private DeferredPost.Verdict judge(double dt) {
    if (isContinuous()) {
      return new DeferredPost.Verdict(null, "the synapses act all the time");
    }
    return projection
        .learning()
        .map(learning -> DeferredPost.of(learning, dt))
        .orElse(new DeferredPost.Verdict(null, ""));
  }

  /** Whether, and how, spikes of the targets are put off when this learns. */
  DeferredPost.Verdict deferredPost() {
    return deferredPost;
  }

  void setLearner(int slice, Learner learner) {
    learners[slice] = learner;
  }

  /** Null where the projection doesn't learn. */
  Learner learner(int slice) {
    return learners[slice];
  }

  private int indexOf(List<String> receptors) {
    return receptors.indexOf(projection.receptor());
  }

  Projection projection() {
    return projection;
  }

  String name() {
    return projection.name();
  }

  Cells source() {
    return source;
  }

  Cells target() {
    return target;
  }

  SynapseDraw draw() {
    return draw;
  }

  /** Why synapses are stored as they are. */
  Choice choice() {
    return choice;
  }

  Synapses synapses(int slice) {
    return synapses[slice];
  }

  Synapses[] synapses() {
    return synapses;
  }

  int[] bounds() {
    return bounds;
  }

  boolean isContinuous() {
    return coupling >= 0;
  }

  /** Number of the continuous receptor among the target's. */
  int coupling() {
    return coupling;
  }

  /** Number of the target's array that arriving weights are added to. */
  int sumsArray() {
    return target.layout().arrival(arrival);
  }

  /** How a slice's synapses are stored, for loops over them. */
  SynapseForm form(int slice) {
    if (synapses[slice] instanceof Dense) {
      return new SynapseForm(true, false, false);
    }
    Rows rows = (Rows) synapses[slice];
    return new SynapseForm(false, rows.narrowTargets() != null, draw.drawsDelays());
  }

  /** Learning variables of targets; shared by all slices. */
  float[][] post() {
    return post;
  }

  /** Whether its rules read what other threads change: they need two meetings in each tick. */
  boolean learnsAcross() {
    return projection.learning().filter(l -> learnsAcross(l.program())).isPresent();
  }

  static boolean learnsAcross(LearningProgram program) {
    return CompiledLearning.readsSources(program) || !program.modulators().isEmpty();
  }

  /** Whether learning is on. */
  boolean isLearning() {
    return learning;
  }

  void setLearning(boolean on) {
    boolean learned = learning;
    learning = on && projection.learning().isPresent();
    for (int slice = 0; learned && !learning && slice < learners.length; slice++) {
      learners[slice].settle(); // from now on weights are delivered as they are stored
    }
  }

  /** Whether the weights aren't those of the specification any more. */
  boolean hasOwnWeights() {
    return weightsReplaced || projection.learning().isPresent();
  }

  void setWeightsReplaced(boolean replaced) {
    weightsReplaced = replaced;
  }

  /** Stores a weight for each synapse where there was one for all. */
  void giveEachAWeight() {
    if (synapses[0].weights() == null) {
      synapses = Storage.build(draw, bounds, Storage.Use.EACH_WEIGHT, 1);
    }
  }

  long count() {
    long count = 0;
    for (Synapses slice : synapses) {
      count += slice.count();
    }
    return count;
  }

  int longestDelay() {
    return Math.max(0, delays().max());
  }

  /** Far beyond any delay if there are no synapses. */
  int shortestDelay() {
    return delays().min();
  }

  private DelayRange delays() {
    if (delays == null) {
      delays = findDelays();
    }
    return delays;
  }

  private DelayRange findDelays() {
    if (!draw.drawsDelays()) {
      return new DelayRange(draw.sharedDelay(), draw.sharedDelay());
    }
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (Synapses slice : synapses) {
      Rows rows = (Rows) slice;
      for (int b = 0; b < rows.branches(); b++) {
        shortest = Math.min(shortest, rows.delay(b));
        longest = Math.max(longest, rows.delay(b));
      }
    }
    return new DelayRange(shortest, longest);
  }

  private record DelayRange(int min, int max) {}
}
