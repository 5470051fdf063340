package dev.glia.drivers.cpu;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.drivers.cpu.delivery.SpikeHistory;
import dev.glia.drivers.cpu.simd.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in memory: populations and projections, cut into slices, a worker for each. Everything
 * but {@link #advance} happens between ticks, on the caller's thread.
 */
final class Simulation {
  private final Network network;
  private final int threads;
  private final List<Cells> populations = new ArrayList<>();
  private final Map<String, Cells> byName = new LinkedHashMap<>();
  private final List<Wires> projections = new ArrayList<>();
  private final Worker[] workers;
  private final TickBarrier barrier;
  private final Crew crew;

  /** Spikes of one tick that threads show each other: by parity of the tick, thread, population. */
  private final int[][][][] shown;

  private final int[][][] shownCounts;
  private volatile BlowUpException failure;
  private int failedPopulation;
  private long now;

  /** Loads a network, to be run by so many threads. */
  Simulation(Network network, int threads) {
    this.network = network;
    this.threads = threads;
    for (Population population : network.populations()) {
      Cells cells =
          new Cells(population, network.dt(), network.seed(), isFused(network, population));
      populations.add(cells);
      byName.put(population.name(), cells);
    }
    for (Projection projection : network.projections()) {
      projections.add(
          new Wires(
              projection,
              byName.get(projection.source()),
              byName.get(projection.target()),
              threads,
              network.dt(),
              network.seed()));
    }
    shown = new int[2][threads][populations.size()][];
    shownCounts = new int[2][threads][populations.size()];
    barrier = new TickBarrier(threads);
    workers = new Worker[threads];
    for (int t = 0; t < threads; t++) {
      workers[t] = newWorker(t);
    }
    crew = threads == 1 ? null : new Crew(threads, this::runBlock);
  }

  /** Couplings read states that were delivered but not yet integrated: then it's two loops. */
  private static boolean isFused(Network network, Population population) {
    return population.program().couplings().isEmpty()
        && network.projections().stream()
            .filter(p -> p.source().equals(population.name()))
            .allMatch(
                p ->
                    network.population(p.target()).program().couplings().stream()
                        .noneMatch(c -> c.receptor().equals(p.receptor())));
  }

  private Worker newWorker(int thread) {
    List<CellSlice> slices = new ArrayList<>();
    Map<Cells, CellSlice> sliceOf = new LinkedHashMap<>();
    for (Cells cells : populations) {
      CellSlice slice =
          new CellSlice(
              cells,
              network.dt(),
              Padding.sliceStart(cells.size(), thread, threads),
              Padding.sliceStart(cells.size(), thread + 1, threads),
              longestDelayFrom(cells));
      slices.add(slice);
      sliceOf.put(cells, slice);
    }
    List<WireSlice> wires = new ArrayList<>();
    for (Wires wire : projections) {
      wires.add(
          new WireSlice(
              wire,
              thread,
              sliceOf.get(wire.source()),
              sliceOf.get(wire.target()),
              network.dt(),
              byName::get));
    }
    return new Worker(this, thread, network, slices, wires);
  }

  /** How long spikes of a population matter, in ticks. */
  int longestDelayFrom(Cells cells) {
    int longest = 0;
    for (Wires wires : projections) {
      if (wires.source() == cells) {
        longest = Math.max(longest, wires.longestDelay());
      }
    }
    return longest;
  }

  /** Runs a block; see {@link dev.glia.api.device.Deployment#advance}. */
  void advance(int ticks, InputBlock in, OutputBlock out) {
    out.clear();
    makeRows(ticks, out);
    if (crew == null) {
      runBlock(0, ticks, in, out);
    } else {
      crew.run(ticks, in, out);
    }
    if (failure != null) {
      throw failure;
    }
    now += ticks;
  }

  private void makeRows(int ticks, OutputBlock out) {
    for (int i = 0; i < network.probes().size(); i++) {
      if (network.probes().get(i) instanceof Probe.Trace trace) {
        long every = trace.everyTicks();
        for (long tick = (now / every + 1) * every; tick <= now + ticks; tick += every) {
          out.record(i).addRow(tick);
        }
      }
    }
  }

  private void runBlock(int thread, int ticks, InputBlock in, OutputBlock out) {
    Worker worker = workers[thread];
    worker.beginBlock();
    long end = now + ticks;
    try {
      for (long tick = now; tick < end && worker.tick(tick, in, out); tick++) {}
    } catch (RuntimeException | Error e) {
      barrier.breakUp(); // or the others would wait for this thread for ever
      throw e;
    }
  }

  /** Waits for the other threads. */
  void await() {
    barrier.await();
  }

  /** Keeps the first failure, by population, then neuron. */
  synchronized void fail(int population, BlowUpException blowUp) {
    boolean first =
        failure == null
            || population < failedPopulation
            || (population == failedPopulation && blowUp.neuron() < failure.neuron());
    if (first) {
      failure = blowUp;
      failedPopulation = population;
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Shows a thread's spikes of a tick to the others. */
  void publish(int thread, long tick, CellSlice[] cells) {
    int parity = (int) tick & 1;
    for (int p = 0; p < cells.length; p++) {
      shown[parity][thread][p] = cells[p].spikes();
      shownCounts[parity][thread][p] = cells[p].spikeCount();
    }
  }

  /** Writes everybody's spikes of a tick into a history; slices ascend with threads. */
  void collect(int population, long tick, SpikeHistory history) {
    int parity = (int) tick & 1;
    history.begin(tick);
    for (int t = 0; t < threads; t++) {
      history.append(tick, shown[parity][t][population], shownCounts[parity][t][population]);
    }
  }

  Network network() {
    return network;
  }

  long now() {
    return now;
  }

  void setNow(long tick) {
    now = tick;
  }

  int threads() {
    return threads;
  }

  List<Cells> populations() {
    return populations;
  }

  List<Wires> projections() {
    return projections;
  }

  Worker worker(int thread) {
    return workers[thread];
  }

  /** Tells everybody that a population's code and arrays are new ones. */
  void rebind() {
    for (Worker worker : workers) {
      for (CellSlice slice : worker.cells()) {
        slice.bind();
      }
      for (WireSlice wire : worker.wires()) {
        wire.bind();
      }
    }
  }

  /** Tells couplings that parameters have changed. */
  void takeParameters() {
    for (Worker worker : workers) {
      for (WireSlice wire : worker.wires()) {
        wire.takeParameters();
      }
    }
  }

  void close() {
    if (crew != null) {
      crew.close();
    }
  }
}
