package dev.glia.drivers.cpu;

import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.delivery.BranchRing;
import dev.glia.drivers.cpu.delivery.Rows;
import dev.glia.drivers.cpu.delivery.SpikeHistory;
import dev.glia.drivers.cpu.delivery.Synapses;
import dev.glia.drivers.cpu.learning.Learner;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's part of a projection: the synapses onto its slice of the targets, and their events.
 */
final class WireSlice {
  private static final int[] NO_BRANCHES = {};

  /** A third factor: where its mean is taken, and where it goes. */
  private record Modulator(float[] values, int size, int slot) {}

  private final Wires wires;
  private final int slice;
  private final CellSlice target;
  private final SpikeHistory sourceSpikes;
  private final SpikeHistory targetSpikes;
  private final int delay;
  private final BranchRing ring;
  private final Learner learner;
  private final Modulator[] modulators;
  private Synapses synapses;
  private CouplingSlice coupling;
  private float[] sums;

  private int[] arriving = NO_BRANCHES;
  private int arrivingCount;

  /**
   * A slice of a projection.
   *
   * @param source this thread's slice of the source, which gets to know all of its spikes
   * @param find any population by its name
   */
  WireSlice(
      Wires wires,
      int slice,
      CellSlice source,
      CellSlice target,
      double dt,
      java.util.function.Function<String, Cells> find) {
    this.wires = wires;
    this.slice = slice;
    this.target = target;
    sourceSpikes = source.all();
    targetSpikes = target.own();
    boolean branched = wires.draw().drawsDelays();
    delay = branched ? 0 : wires.draw().sharedDelay();
    ring = branched ? new BranchRing(wires.longestDelay()) : null;
    synapses = wires.synapses(slice);
    learner = wires.projection().learning().isPresent() ? newLearner(dt) : null;
    modulators = learner == null ? new Modulator[0] : bindModulators(find);
    bind();
  }

  private Learner newLearner(double dt) {
    var plasticity = wires.projection().learning().orElseThrow();
    CompiledLearning code =
        new CompiledLearning(
            plasticity.program(),
            wires.source().population().program(),
            wires.target().population().program(),
            wires.form(slice),
            wires.deferredPost().form());
    Learner made =
        new Learner(
            code,
            synapses,
            target.from(),
            target.to(),
            wires.source().state(),
            wires.target().state(),
            wires.post());
    made.initialize(plasticity, dt);
    wires.setLearner(slice, made);
    return made;
  }

  private Modulator[] bindModulators(java.util.function.Function<String, Cells> find) {
    List<Modulator> bound = new ArrayList<>();
    wires
        .projection()
        .learning()
        .orElseThrow()
        .modulators()
        .forEach(
            (name, from) -> {
              Cells cells = find.apply(from.population());
              bound.add(
                  new Modulator(
                      cells.array(from.variable()), cells.size(), learner.modulator(name)));
            });
    return bound.toArray(Modulator[]::new);
  }

  /** Takes the arrays of both ends, now and after one of them has been compiled anew. */
  void bind() {
    synapses = wires.synapses(slice);
    if (!wires.isContinuous()) {
      sums = wires.target().arrays()[wires.sumsArray()];
      return;
    }
    coupling = new CouplingSlice(wires, slice, target.from());
  }

  /** Takes the target's parameters into a coupling's term. */
  void takeParameters() {
    if (coupling != null) {
      coupling.takeParameters();
    }
  }

  /** Begins tick n: events that are due are found. */
  void begin(long tick, double time) {
    if (learner != null && wires.isLearning()) {
      learner.begin(time);
      for (Modulator modulator : modulators) {
        learner.modulate(modulator.slot(), mean(modulator));
      }
      learner.update();
    }
    if (ring == null) {
      arriving = sourceSpikes.neurons(tick - delay);
      arrivingCount = sourceSpikes.count(tick - delay);
      return;
    }
    arriving = ring.branches(tick);
    arrivingCount = ring.count(tick);
  }

  private static double mean(Modulator modulator) {
    double sum = 0;
    for (int i = 0; i < modulator.size(); i++) {
      sum += modulator.values()[i];
    }
    return sum / modulator.size();
  }

  /** Spikes of a time that threads have just told each other of set out. */
  void setOut(long tick) {
    if (ring == null) {
      return;
    }
    Rows rows = (Rows) synapses;
    int[] neurons = sourceSpikes.neurons(tick);
    int count = sourceSpikes.count(tick);
    for (int i = 0; i < count; i++) {
      int end = rows.firstBranch(neurons[i] + 1);
      for (int branch = rows.firstBranch(neurons[i]); branch < end; branch++) {
        ring.add(tick + rows.delay(branch), branch);
      }
    }
  }

  /** Puts the events of known spikes on their way again; n is the tick that comes next. */
  void refillRing(long tick) {
    if (ring == null) {
      return;
    }
    ring.clear();
    Rows rows = (Rows) synapses;
    for (long emitted = tick - wires.longestDelay(); emitted <= tick; emitted++) {
      int[] neurons = sourceSpikes.neurons(emitted);
      int count = sourceSpikes.count(emitted);
      for (int i = 0; i < count; i++) {
        int end = rows.firstBranch(neurons[i] + 1);
        for (int branch = rows.firstBranch(neurons[i]); branch < end; branch++) {
          if (emitted + rows.delay(branch) >= tick) {
            ring.add(emitted + rows.delay(branch), branch);
          }
        }
      }
    }
  }

  /** Arriving events, then spikes of the targets, change weights and learning variables. */
  void learnFromEvents(long tick) {
    if (learner != null && wires.isLearning()) {
      learner.onPre(arriving, arrivingCount);
      learner.onPost(targetSpikes.neurons(tick), targetSpikes.count(tick));
    }
  }

  /** Adds arriving weights to the receptor's sums. */
  void deliver(long tick) {
    if (arrivingCount > 0 && sums != null) {
      target.arrive(wires.sumsArray());
      synapses.deliver(arriving, arrivingCount, sums);
    }
    if (ring != null) {
      ring.free(tick);
    }
  }

  /** Adds a continuous receptor's term over all synapses. */
  void couple(double time) {
    if (coupling != null) {
      coupling.couple(time);
    }
  }

  /** The end of a tick. */
  void learnWithTime() {
    if (learner != null && wires.isLearning()) {
      learner.everyTick();
    }
  }

  Learner learner() {
    return learner;
  }

  Wires wires() {
    return wires;
  }
}
