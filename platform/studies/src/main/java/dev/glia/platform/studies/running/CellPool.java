package dev.glia.platform.studies.running;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.studies.StudyListener.CellProgress;
import dev.glia.platform.studies.StudyOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs cells, as many at once as cores and memory allow, each on a thread of its own, and brings
 * what they tell to one thread. A cell that needs more than there is runs alone.
 */
final class CellPool {
  private static final long LOOK_AROUND = 100; // ms
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whether a cell is to be run. */
  enum Turn {
    NOW,
    /** Another run is at it: asked again later. */
    LATER,
    /** It's there already. */
    NEVER
  }

  /** Told by the pool's own thread. */
  interface Events {
    /** Asked when there's room for a cell; may be asked again and again. */
    Turn turn(Cell cell);

    void started(Cell cell);

    void progress(CellProgress progress);

    void finished(CellRecord record);

    /** Asked several times a second. */
    boolean isCancelled();
  }

  /** Runs a cell on its thread. */
  interface Work {
    CellRecord run(
        Cell cell, BooleanSupplier cancelled, CellWork.Progress progress, CpuMeter meter);
  }

  private final StudyOptions options;
  private final Work work;
  private final Events events;
  private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
  private final Map<Cell, CpuMeter> meters = new LinkedHashMap<>();
  private final Map<Cell, Thread> running = new LinkedHashMap<>();
  private volatile boolean cancelled;

  CellPool(StudyOptions options, Work work, Events events) {
    this.options = options;
    this.work = work;
    this.events = events;
  }

  /**
   * Runs all; returns when they are done, or have stopped after a cancel.
   *
   * @return whether it was cancelled
   */
  boolean run(List<Cell> cells) {
    Deque<Cell> waiting = new ArrayDeque<>(cells);
    long deadline = Long.MAX_VALUE;
    try {
      while (!running.isEmpty() || !waiting.isEmpty()) {
        startWhatFits(waiting);
        Object event = queue.poll(LOOK_AROUND, TimeUnit.MILLISECONDS);
        if (event instanceof CellProgress progress) {
          events.progress(progress);
        } else if (event instanceof CellRecord record) {
          running.remove(record.cell());
          meters.remove(record.cell());
          events.finished(record);
        }
        meters.values().forEach(CpuMeter::look);
        if (!cancelled && events.isCancelled()) {
          deadline = cancel(waiting);
        }
        if (cancelled && System.nanoTime() > deadline) {
          return true; // their threads are daemons: what hangs doesn't hold the process
        }
      }
    } catch (InterruptedException e) {
      cancel(waiting);
      Thread.currentThread().interrupt();
    } finally {
      cancelled = true;
      running.values().forEach(Thread::interrupt);
    }
    return deadline != Long.MAX_VALUE || Thread.currentThread().isInterrupted();
  }

  private long cancel(Deque<Cell> waiting) {
    cancelled = true;
    waiting.clear();
    return System.nanoTime() + PATIENCE.toNanos();
  }

  private void startWhatFits(Deque<Cell> waiting) {
    List<Cell> later = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Cell cell = waiting.poll();
      Turn turn = fits(cell) ? events.turn(cell) : Turn.LATER;
      if (turn == Turn.NOW) {
        start(cell);
      } else if (turn == Turn.LATER) {
        later.add(cell);
      }
    }
    waiting.addAll(later);
  }

  private boolean fits(Cell cell) {
    int threads = cell.threads();
    long megabytes = cell.megabytes();
    for (Cell other : running.keySet()) {
      threads += other.threads();
      megabytes += other.megabytes();
    }
    return running.isEmpty() || threads <= options.cores() && megabytes <= options.megabytes();
  }

  private void start(Cell cell) {
    ProgressRate rate = new ProgressRate(cell);
    CpuMeter meter = new CpuMeter("cell " + cell);
    Thread thread =
        meter.thread(
            () ->
                queue.add(
                    work.run(
                        cell,
                        () -> cancelled,
                        (done, total, unit) -> rate.at(done, total, unit, queue::add),
                        meter)));
    meters.put(cell, meter);
    running.put(cell, thread);
    events.started(cell);
    thread.start();
  }
}
