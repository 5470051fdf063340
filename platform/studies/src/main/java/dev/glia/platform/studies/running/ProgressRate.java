package dev.glia.platform.studies.running;

import dev.glia.api.study.Cell;
import dev.glia.platform.studies.StudyListener.CellProgress;
import java.util.function.Consumer;

/** How fast a cell goes: a rate that forgets slowly. Used by the cell's thread. */
final class ProgressRate {
  private static final long BETWEEN = 200_000_000; // ns
  private static final double MEMORY = 5; // s

  private final Cell cell;
  private String unit = "";
  private long done;
  private long at;
  private double rate = Double.NaN;

  ProgressRate(Cell cell) {
    this.cell = cell;
  }

  /** Passes the progress on, unless the last was passed on a moment ago. */
  void at(long nowDone, long total, String nowUnit, Consumer<CellProgress> to) {
    long now = System.nanoTime();
    if (!nowUnit.equals(unit) || nowDone < done) {
      unit = nowUnit;
      rate = Double.NaN;
    } else if (now - at < BETWEEN && nowDone != total) {
      return;
    } else {
      double seconds = Math.max(now - at, 1) * 1e-9;
      double lately = (nowDone - done) / seconds;
      double weight = 1 - Math.exp(-seconds / MEMORY);
      rate = Double.isNaN(rate) ? lately : rate + weight * (lately - rate);
    }
    done = nowDone;
    at = now;
    double left = total >= 0 && rate > 0 ? (total - nowDone) / rate : Double.NaN;
    to.accept(new CellProgress(cell, nowDone, total, nowUnit, rate, left));
  }
}
