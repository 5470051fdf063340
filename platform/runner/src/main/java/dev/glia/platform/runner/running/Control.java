package dev.glia.platform.runner.running;

import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunProgress;
import java.util.Map;
import java.util.function.Supplier;

/** Between a run and whoever watches it: asks for cancellation, tells progress. One thread. */
final class Control {
  private static final long BETWEEN_REPORTS = 100_000_000; // ns
  private static final long PATIENCE = 1_000_000_000; // ns

  private final RunListener listener;
  private long lastReport = System.nanoTime() - BETWEEN_REPORTS;
  private boolean cancelled;
  private long cancelledAt;

  Control(RunListener listener) {
    this.listener = listener;
  }

  /** Whether the run should stop. Once it should, it should for good. */
  boolean isCancelled() {
    if (!cancelled && (listener.isCancelled() || Thread.interrupted())) {
      cancelled = true;
      cancelledAt = System.nanoTime();
    }
    return cancelled;
  }

  /** Whether the run should stop even where no checkpoint can be made. */
  boolean isUrgent() {
    return isCancelled() && System.nanoTime() - cancelledAt > PATIENCE;
  }

  /** Tells progress, if the last time is a while ago. */
  void progress(
      String phase, long done, long total, String unit, Supplier<Map<String, Double>> metrics) {
    if (System.nanoTime() - lastReport >= BETWEEN_REPORTS) {
      report(new RunProgress(phase, done, total, unit, metrics.get()));
    }
  }

  /** Tells progress in any case. */
  void report(RunProgress progress) {
    lastReport = System.nanoTime();
    listener.progress(progress);
  }

  void message(String text) {
    listener.message(text);
  }
}
