package dev.glia.drivers.cpu;

import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Probe;
import dev.glia.drivers.cpu.delivery.SpikeHistory;
import java.util.List;

/**
 * What one thread does in a tick, in the order of the device package's page. It owns a slice of
 * every population and all that leads there. Threads meet at the end of a window of ticks, to learn
 * of each other's spikes, and within a tick only where one reads a state that another writes.
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
    readsAcross = wires.stream().anyMatch(w -> w.wires().learnsAcross());
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
    for (CellSlice slice : cells) {
      slice.beginBlock();
    }
  }

  /**
   * Carries the slice over a window of ticks.
   *
   * @param begin first tick
   * @param end tick after the last
   */
  void run(long begin, long end, InputBlock in, OutputBlock out) {
    for (long tick = begin; tick < end; tick++) {
      deliver(tick);
      couple(tick);
      if (!integrate(tick, in)) {
        return;
      }
      if (!readsAcross) {
        finish(tick + 1, out);
      }
    }
  }

  /** Learns of everybody's spikes in the same window, once all have run it. */
  void meet(long begin, long end, OutputBlock out) {
    exchangeSpikes(begin + 1, end);
    if (readsAcross) {
      finish(end, out);
    }
    probeSpikes(begin + 1, end, out);
  }

  private void deliver(long tick) {
    for (CellSlice slice : cells) {
      slice.begin(tick);
      slice.clearArrivals();
    }
    for (WireSlice wire : wires) {
      wire.begin(tick, tick * dt);
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
      simulation.await(number);
    }
    for (CellSlice slice : cells) {
      slice.deliver();
    }
  }

  private void couple(long tick) {
    if (!couples) {
      return;
    }
    simulation.await(number);
    for (CellSlice slice : cells) {
      slice.clearCouplings();
    }
    for (WireSlice wire : wires) {
      wire.couple(tick * dt);
    }
    simulation.await(number);
  }

  private boolean integrate(long tick, InputBlock in) {
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
      Failure failure = cells[p].findFailure(tick, p);
      if (failure != null) {
        simulation.fail(failure);
        return false;
      }
    }
    return true;
  }

  private void exchangeSpikes(long first, long last) {
    for (CellSlice slice : cells) {
      slice.gather(first, last);
    }
    for (WireSlice wire : wires) {
      for (long tick = first; tick <= last; tick++) {
        wire.setOut(tick);
      }
    }
  }

  /** Learns with time, and lets probes see the state. */
  private void finish(long tick, OutputBlock out) {
    if (learns) {
      for (WireSlice wire : wires) {
        wire.learnWithTime();
      }
    }
    for (int i = 0; i < probes.length; i++) {
      if (probes[i] instanceof Probe.Trace trace && tick % trace.everyTicks() == 0) {
        sample(tick, trace, cells[probed[i]], out.record(i));
      }
    }
  }

  private void probeSpikes(long first, long last, OutputBlock out) {
    for (int i = 0; i < probes.length; i++) {
      if (!(probes[i] instanceof Probe.Trace) && i % simulation.threads() == number) {
        for (long tick = first; tick <= last; tick++) {
          probeSpikes(tick, probes[i], cells[probed[i]].all(), out.record(i));
        }
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

  private static void probeSpikes(
      long tick, Probe probe, SpikeHistory spikes, OutputBlock.Record record) {
    int count = spikes.count(tick);
    int[] neurons = spikes.neurons(tick);
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
