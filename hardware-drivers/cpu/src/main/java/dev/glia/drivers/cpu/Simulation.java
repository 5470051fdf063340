package dev.glia.drivers.cpu;

import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in memory: populations and projections, cut into slices, a worker for each. Everything
 * but {@link #advance} happens between ticks, on the caller's thread.
 */
final class Simulation {
  /** Ticks between two meetings, at most: who waits for nobody still shouldn't run far ahead. */
  static final int LONGEST_WINDOW = 64;

  /** Nanoseconds of work in a block below which waking the other threads doesn't pay. */
  private static final double WORTH_WAKING = 50_000;

  private final Network network;
  private final int threads;
  private final Partition partition;
  private final List<Cells> populations = new ArrayList<>();
  private final Map<String, Cells> byName = new LinkedHashMap<>();
  private final List<Wires> projections = new ArrayList<>();
  private final Worker[] workers;
  private final TickBarrier barrier;
  private final Crew crew;
  private final int window;
  private final boolean meetsInTicks;
  private final double nanosPerTick;
  private volatile Failure failure;
  private long now;

  /** Loads a network, to be run by so many threads. */
  Simulation(Network network, int threads, StoragePlan storage) {
    this.network = network;
    this.threads = threads;
    Work work = new Work(network, storage);
    partition = Partition.of(work, threads);
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
              boundsOf(projection.target()),
              network.dt(),
              network.seed(),
              storage.choice(projection.name())));
    }
    meetsInTicks = projections.stream().anyMatch(w -> w.isContinuous() || w.learnsAcross());
    window = meetsInTicks ? 1 : findWindow();
    nanosPerTick = work.divisible();
    barrier = new TickBarrier(threads);
    workers = new Worker[threads];
    for (int t = 0; t < threads; t++) {
      workers[t] = newWorker(t);
    }
    for (int p = 0; p < populations.size(); p++) {
      CellSlice[] slices = new CellSlice[threads];
      for (int t = 0; t < threads; t++) {
        slices[t] = workers[t].cells()[p];
      }
      for (CellSlice slice : slices) {
        slice.meet(slices);
      }
    }
    crew = threads == 1 ? null : new Crew(threads, this::runBlock);
  }

  private int[] boundsOf(String population) {
    return partition.bounds(populations.indexOf(byName.get(population)));
  }

  /**
   * How many ticks threads can run without knowing each other's spikes. A spike found in the tick
   * from n to n+1 carries the time n+1, so after a delay of d ticks it is delivered d+1 ticks
   * later.
   */
  private int findWindow() {
    int delay = LONGEST_WINDOW - 1;
    for (Wires wires : projections) {
      delay = Math.min(delay, wires.shortestDelay());
    }
    return delay + 1;
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
    for (int p = 0; p < populations.size(); p++) {
      Cells cells = populations.get(p);
      int[] bounds = partition.bounds(p);
      CellSlice slice =
          new CellSlice(
              cells,
              network.dt(),
              bounds[thread],
              bounds[thread + 1],
              longestDelayFrom(cells),
              window);
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
    if (crew != null && (meetsInTicks || ticks * nanosPerTick > WORTH_WAKING)) {
      crew.run(ticks, in, out);
    } else {
      runAlone(ticks, in, out);
    }
    Failure found = failure;
    if (found != null) {
      now = found.exception().tick();
      throw found.exception();
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

  /** Does the work of all threads on the caller's: nobody else is there, or is worth waking. */
  private void runAlone(int ticks, InputBlock in, OutputBlock out) {
    for (Worker worker : workers) {
      worker.beginBlock();
    }
    long end = now + ticks;
    for (long tick = now; tick < end; tick += window) {
      long next = Math.min(tick + window, end);
      for (Worker worker : workers) {
        worker.run(tick, next, in, out);
      }
      if (failedBefore(next)) {
        return;
      }
      for (Worker worker : workers) {
        worker.meet(tick, next, out);
      }
    }
  }

  private void runBlock(int thread, int ticks, InputBlock in, OutputBlock out) {
    Worker worker = workers[thread];
    worker.beginBlock();
    long end = now + ticks;
    try {
      long tick = now;
      boolean running = true;
      while (running && tick < end) {
        long next = Math.min(tick + window, end);
        worker.run(tick, next, in, out);
        barrier.await(thread);
        running = !failedBefore(next);
        if (running) {
          worker.meet(tick, next, out);
        }
        tick = next;
      }
    } catch (RuntimeException | Error e) {
      barrier.breakUp(); // or the others would wait for this thread for ever
      throw e;
    }
  }

  /** Waits for the other threads. */
  void await(int thread) {
    barrier.await(thread);
  }

  /** Keeps the first failure, whichever thread finds it, and when. */
  synchronized void fail(Failure found) {
    if (failure == null || found.compareTo(failure) < 0) {
      failure = found;
    }
  }

  /** Whether a value isn't finite any more after a tick before this one; known to all who met. */
  private boolean failedBefore(long tick) {
    Failure found = failure;
    return found != null && found.exception().tick() < tick;
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

  /** Ticks between two meetings of the threads. */
  int window() {
    return window;
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

  /** Spikes of a population at a tick up to now, as long as they matter; ascending. */
  int[] spikes(int population, long tick) {
    return Arrays.stream(workers)
        .map(worker -> worker.cells()[population].own())
        .flatMapToInt(own -> Arrays.stream(own.neurons(tick), 0, own.count(tick)))
        .toArray();
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
