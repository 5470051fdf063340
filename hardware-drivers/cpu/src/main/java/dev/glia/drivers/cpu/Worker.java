package dev.glia.drivers.cpu;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import java.util.List;

/**
 * What one thread does in a tick, in the order of the device package's page. It owns a slice of
 * every population and all that leads there; threads meet where one reads what another writes, and
 * once a tick to exchange spikes.
 */
final class Worker {
  private final Simulation simulation;
  private final int number;
  private final double dt;
  private final CellSlice[] cells;
  private final WireSlice[] wires;
  private final Probe[] probes;
  private final int[] probed;
  private final boolean readsAcross;
  private final boolean couples;
  private final boolean learns;
  private int forced;

  Worker(
      Simulation simulation,
      int number,
      Network network,
      List<CellSlice> cells,
      List<WireSlice> wires) {
    this.simulation = simulation;
    this.number = number;
    dt = network.dt();
    this.cells = cells.toArray(CellSlice[]::new);
    this.wires = wires.toArray(WireSlice[]::new);
    probes = network.probes().toArray(Probe[]::new);
    probed =
        network.probes().stream()
            .mapToInt(
                probe -> network.populations().indexOf(network.population(probe.population())))
            .toArray();
    readsAcross =
        network.projections().stream()
            .flatMap(p -> p.learning().stream())
            .anyMatch(l -> WireSlice.readsAcross(l.program()));
    couples = wires.stream().anyMatch(w -> w.wires().isContinuous());
    learns = wires.stream().anyMatch(w -> w.learner() != null);
  }

  CellSlice[] cells() {
    return cells;
  }

  WireSlice[] wires() {
    return wires;
  }

  /** Prepares for a block of ticks. */
  void beginBlock() {
    forced = 0;
  }

  /**
   * Carries the slice from n to n+1.
   *
   * @return whether to go on: false if a value anywhere isn't finite any more
   */
  boolean tick(long tick, InputBlock in, OutputBlock out) {
    double time = tick * dt;
    deliver(tick, time);
    couple(time);
    integrate(tick, in);
    if (!exchangeSpikes(tick + 1)) {
      return false;
    }
    learn();
    probe(tick + 1, out);
    return true;
  }

  private void deliver(long tick, double time) {
    for (CellSlice slice : cells) {
      slice.begin(tick);
      slice.clearArrivals();
    }
    for (WireSlice wire : wires) {
      wire.begin(tick, time);
    }
    if (learns) {
      for (WireSlice wire : wires) {
        wire.learnFromEvents(tick);
      }
    }
    for (WireSlice wire : wires) {
      wire.deliver(tick);
    }
    if (readsAcross) {
      simulation.await();
    }
    for (CellSlice slice : cells) {
      slice.deliver();
    }
  }

  private void couple(double time) {
    if (!couples) {
      return;
    }
    simulation.await();
    for (CellSlice slice : cells) {
      slice.clearCouplings();
    }
    for (WireSlice wire : wires) {
      wire.couple(time);
    }
    simulation.await();
  }

  private void integrate(long tick, InputBlock in) {
    for (CellSlice slice : cells) {
      slice.integrate();
    }
    while (forced < in.size() && in.tick(forced) <= tick + 1) {
      cells[in.population(forced)].force(in.neuron(forced));
      forced++;
    }
    for (CellSlice slice : cells) {
      slice.reset();
    }
    for (int p = 0; p < cells.length; p++) {
      BlowUpException failure = cells[p].findBlowUp(tick);
      if (failure != null) {
        simulation.fail(p, failure);
        return;
      }
    }
  }

  private boolean exchangeSpikes(long tick) {
    simulation.publish(number, tick, cells);
    simulation.await();
    if (simulation.hasFailed()) {
      return false;
    }
    for (int p = 0; p < cells.length; p++) {
      simulation.collect(p, tick, cells[p].history());
    }
    return true;
  }

  private void learn() {
    if (learns) {
      for (WireSlice wire : wires) {
        wire.learnWithTime();
      }
    }
  }

  private void probe(long tick, OutputBlock out) {
    for (int i = 0; i < probes.length; i++) {
      CellSlice slice = cells[probed[i]];
      if (probes[i] instanceof Probe.Trace trace) {
        if (tick % trace.everyTicks() == 0) {
          sample(tick, trace, slice, out.record(i));
        }
      } else if (number == 0) {
        probeSpikes(tick, probes[i], slice, out.record(i));
      }
    }
  }

  /** Copies this thread's part of a row; rows were made before the block. */
  private void sample(long tick, Probe.Trace trace, CellSlice slice, OutputBlock.Record record) {
    int until = Math.min(slice.end(), trace.neurons());
    if (slice.from() < until) {
      int row = (int) ((tick - record.rowTick(0)) / trace.everyTicks());
      System.arraycopy(
          slice.cells().array(trace.variable()),
          slice.from(),
          record.samples(),
          row * trace.neurons() + slice.from(),
          until - slice.from());
    }
  }

  private void probeSpikes(long tick, Probe probe, CellSlice slice, OutputBlock.Record record) {
    int count = slice.history().count(tick);
    int[] neurons = slice.history().neurons(tick);
    boolean each = probe instanceof Probe.Spikes;
    for (int i = 0; i < count && neurons[i] < probe.neurons(); i++) {
      if (each) {
        record.addSpike(tick, neurons[i]);
      } else {
        record.count(neurons[i]);
      }
    }
  }
}
