package dev.glia.platform.studies.running;

import dev.glia.api.component.Fault;
import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Runs one cell from beginning to record. One thread. */
final class CellTask {
  private final CellSurroundings with;
  private final Cell cell;
  private final CellKeys keys;
  private final BooleanSupplier cancelled;
  private final CellWork.Progress progress;
  private final CpuMeter meter;

  CellTask(
      CellSurroundings with,
      Cell cell,
      CellKeys keys,
      BooleanSupplier cancelled,
      CellWork.Progress progress,
      CpuMeter meter) {
    this.with = with;
    this.cell = cell;
    this.keys = keys;
    this.cancelled = cancelled;
    this.progress = progress;
    this.meter = meter;
  }

  /** What became of it; never throws. */
  CellRecord run() {
    Instant started = Instant.now();
    long begin = System.nanoTime();
    CellWork work = new CellWork(with, cell, cancelled, progress, meter);
    Outcome outcome = Outcome.COMPLETED;
    String message = "";
    try {
      try (work) {
        with.study().run(cell, work);
        meter.look();
      }
      if (cancelled.getAsBoolean()) {
        outcome = Outcome.CANCELLED;
      }
    } catch (Throwable e) {
      boolean stopped =
          cancelled.getAsBoolean()
              || e instanceof CancellationException
              || e instanceof InterruptedException;
      outcome = stopped ? Outcome.CANCELLED : Outcome.FAILED;
      message = stopped ? "cancelled" : message(e);
      if (!stopped && !(e instanceof Fault)) {
        keepTrace(work, e);
      }
    }
    meter.look();
    return new CellRecord(
        0,
        cell,
        keys.key(cell),
        keys.hash(cell, work.components(), work.data()),
        outcome,
        work.numbers(),
        Collections.emptySortedMap(),
        work.series(),
        work.figures(),
        work.artifacts(),
        List.copyOf(work.components()),
        work.data(),
        work.spikes(),
        started,
        (System.nanoTime() - begin) * 1e-9,
        meter.seconds(),
        message);
  }

  private static String message(Throwable e) {
    return e instanceof Fault ? e.getMessage() : e.toString();
  }

  private static void keepTrace(CellWork work, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    try {
      work.artifact("failure.txt", "text/plain", trace.toString().getBytes(StandardCharsets.UTF_8));
    } catch (Fault disk) {
      e.addSuppressed(disk);
    }
  }
}
