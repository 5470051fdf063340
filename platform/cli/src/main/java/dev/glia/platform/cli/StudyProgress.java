package dev.glia.platform.cli;

import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyPlan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far a study is: on a terminal a line for each cell that runs, rewritten in place, below
 * what is done; otherwise a plain line for each cell, and now and then one for those that run.
 */
final class StudyProgress implements StudyListener {
  private static final long PLAIN_EVERY = TimeUnit.SECONDS.toNanos(10);
  private static final String UP_AND_ERASE = "\u001b[A\u001b[2K";

  private final Terminal terminal;
  private final Map<Cell, String> running = new LinkedHashMap<>();
  private int total;
  private int done;
  private int shown;
  private long lastPlain = System.nanoTime();
  private volatile boolean cancelled;

  StudyProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void started(String run, StudyPlan plan) {
    total = plan.cells().size();
    say(plan.title() + " (" + plan.year() + "): " + total + " cells, run " + run);
  }

  @Override
  public void cellStarted(Cell cell) {
    running.put(cell, name(cell));
    redraw();
  }

  @Override
  public void cellProgress(CellProgress progress) {
    StringBuilder line = new StringBuilder(name(progress.cell()));
    if (progress.total() > 0) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %3.0f%%  %,d/%,d %s",
              100.0 * progress.done() / progress.total(),
              progress.done(),
              progress.total(),
              progress.unit()));
    } else {
      line.append(String.format(Locale.ROOT, "  %,d %s", progress.done(), progress.unit()));
    }
    if (progress.rate() > 0) {
      line.append(String.format(Locale.ROOT, "  %,.3g/s", progress.rate()));
    }
    if (progress.secondsLeft() > 0) {
      line.append("  ").append(ProgressLine.duration(progress.secondsLeft())).append(" left");
    }
    running.put(progress.cell(), line.toString());
    redraw();
  }

  @Override
  public void cellFinished(CellRecord cell, boolean cached) {
    running.remove(cell.cell());
    done++;
    String how =
        cell.outcome() != Outcome.COMPLETED
            ? cell.outcome().symbol() + ": " + cell.message()
            : cached ? "kept from before" : ProgressLine.duration(cell.wallSeconds());
    say(String.format(Locale.ROOT, "[%d/%d] %s  %s", done, total, name(cell.cell()), how));
  }

  @Override
  public void claim(ClaimResult claim) {
    if (claim.verdict() == Verdict.PASSED || claim.verdict() == Verdict.FAILED) {
      boolean passed = claim.verdict() == Verdict.PASSED;
      say((passed ? mark("32", "✓ ") : mark("31", "✗ ")) + claim.sentence());
    }
  }

  @Override
  public void message(String text) {
    say(text);
  }

  @Override
  public boolean isCancelled() {
    cancelled |= Thread.interrupted();
    return cancelled;
  }

  /** Leaves the cursor below everything. */
  void close() {
    running.clear();
    erase();
  }

  private String mark(String color, String text) {
    return terminal.errIsTerminal() ? "\u001b[" + color + "m" + text + "\u001b[0m" : text;
  }

  private static String name(Cell cell) {
    return cell.condition() + " seed " + cell.seed();
  }

  private void say(String line) {
    erase();
    terminal.err().println(line);
    draw();
  }

  private void redraw() {
    if (terminal.errIsTerminal()) {
      erase();
      draw();
    } else if (System.nanoTime() - lastPlain > PLAIN_EVERY) {
      lastPlain = System.nanoTime();
      running.values().forEach(terminal.err()::println);
    }
  }

  private void erase() {
    for (; shown > 0; shown--) {
      terminal.err().print(UP_AND_ERASE);
    }
    terminal.err().flush();
  }

  private void draw() {
    if (terminal.errIsTerminal()) {
      for (String line : running.values()) {
        int limit = terminal.columns() - 1;
        terminal.err().println("  " + (line.length() > limit ? line.substring(0, limit) : line));
        shown++;
      }
    }
  }
}
