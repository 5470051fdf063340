package dev.glia.platform.cli;

import dev.glia.platform.runner.RunListener;
import dev.glia.platform.runner.RunProgress;
import dev.glia.platform.runner.devices.Claim;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far a run is: one line that is rewritten on a terminal, a plain line every few seconds
 * otherwise. Cancels the run when the thread is interrupted.
 */
final class ProgressLine implements RunListener {
  private static final int BAR = 24;
  private static final long PLAIN_EVERY = TimeUnit.SECONDS.toNanos(5);
  private static final String ERASE = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean waits;
  private String phase = "";
  private long phaseStart;
  private long doneAtStart;
  private long lastPlain;
  private boolean lineOpen;
  private Path directory;
  private volatile boolean cancelled;

  ProgressLine(Terminal terminal) {
    this(terminal, true);
  }

  /**
   * A progress line.
   *
   * @param waits whether a run should wait for a device that's in use
   */
  ProgressLine(Terminal terminal, boolean waits) {
    this.terminal = terminal;
    this.waits = waits;
  }

  @Override
  public boolean waitsForDevice(List<Claim> ahead) {
    return waits && !isCancelled();
  }

  @Override
  public void started(String run, Path runDirectory) {
    directory = runDirectory;
  }

  /** The run's directory, once it has started; otherwise null. */
  Path directory() {
    return directory;
  }

  @Override
  public void message(String text) {
    close();
    terminal.err().println(text);
  }

  @Override
  public boolean isCancelled() {
    cancelled |= Thread.interrupted();
    return cancelled;
  }

  @Override
  public void progress(RunProgress progress) {
    long now = System.nanoTime();
    if (!progress.phase().equals(phase)) {
      phase = progress.phase();
      phaseStart = now;
      doneAtStart = progress.done();
      lastPlain = now;
    }
    double seconds = (now - phaseStart) / 1e9;
    boolean complete = progress.done() == progress.total();
    if (terminal.errIsTerminal()) {
      terminal.err().print(ERASE + fitted(line(progress, seconds)));
      terminal.err().flush();
      lineOpen = true;
      if (complete) {
        close();
      }
    } else if (now - lastPlain >= PLAIN_EVERY || complete) {
      lastPlain = now;
      terminal.err().println(line(progress, seconds));
    }
  }

  /** Ends a line that is being rewritten, so that others can write. */
  void close() {
    if (lineOpen) {
      terminal.err().println();
      lineOpen = false;
    }
  }

  private String fitted(String line) {
    int limit = terminal.columns() - 1;
    return line.length() <= limit ? line : line.substring(0, limit);
  }

  private String line(RunProgress progress, double seconds) {
    StringBuilder text = new StringBuilder(String.format("%-8s ", progress.phase()));
    if (progress.total() > 0) {
      double share = (double) progress.done() / progress.total();
      if (terminal.errIsTerminal()) {
        int full = (int) Math.round(share * BAR);
        text.append("█".repeat(full)).append("░".repeat(BAR - full)).append(' ');
      }
      text.append(
          String.format(
              Locale.ROOT, "%3.0f%%  %,d/%,d ", 100 * share, progress.done(), progress.total()));
    } else {
      text.append(String.format(Locale.ROOT, "%,d ", progress.done()));
    }
    text.append(progress.unit());
    double rate = (progress.done() - doneAtStart) / Math.max(seconds, 1e-9);
    if (seconds > 0.5 && rate > 0) {
      text.append(String.format(Locale.ROOT, "  %,.4g/s", rate));
      if (progress.total() > progress.done()) {
        text.append("  ").append(duration((progress.total() - progress.done()) / rate));
        text.append(" left");
      }
    }
    for (Map.Entry<String, Double> metric : progress.metrics().entrySet()) {
      text.append(String.format(Locale.ROOT, "  %s %.3f", metric.getKey(), metric.getValue()));
    }
    return text.toString();
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format("%d:%02d", whole / 60, whole % 60)
        : String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
