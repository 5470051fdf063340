package dev.glia.platform.studies.running;

import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyListener.CellProgress;
import dev.glia.platform.studies.claims.Claim;
import dev.glia.platform.studies.claims.Judge;
import dev.glia.platform.studies.claims.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of a study, or what is left of it. One thread. */
final class StudyRun implements CellPool.Events {
  private static final long BETWEEN_QUESTIONS = 500_000_000; // ns
  private static final long BETWEEN_RENEWALS = 60_000_000_000L; // ns

  private final PlannedStudy planned;
  private final CellSurroundings with;
  private final CellKeys keys;
  private final RunStore store;
  private final StudyListener listener;
  private final StoredRun begun;
  private final Map<Cell, CellRecord> measured = new LinkedHashMap<>();
  private final Set<String> announced = new HashSet<>();
  private final Set<String> claimed = new HashSet<>();
  private final Map<Cell, Long> askAgain = new HashMap<>();
  private long renewed = System.nanoTime();
  private final long begin = System.nanoTime();
  private final double cpuBefore = processSeconds();

  /**
   * A run that the store has begun.
   *
   * @param begun as the store has it: what it has of cells is kept
   */
  StudyRun(
      PlannedStudy planned,
      CellSurroundings with,
      CellKeys keys,
      StudyListener listener,
      StoredRun begun) {
    this.planned = planned;
    this.with = with;
    this.keys = keys;
    this.store = with.store();
    this.listener = listener;
    this.begun = begun;
  }

  StoredRun run() {
    listener.started(begun.run(), planned.plan());
    takeOwn();
    if (!begun.spec().forced()) {
      takeCached();
    }
    announce();
    List<Cell> left = planned.wanted().stream().filter(c -> !measured.containsKey(c)).toList();
    CellPool pool =
        new CellPool(
            with.options(),
            (cell, stop, progress, meter) ->
                new CellTask(with, cell, keys, stop, progress, meter).run(),
            this);
    try {
      boolean cancelled = pool.run(left);
      return finish(cancelled && measured.size() < planned.wanted().size());
    } finally {
      claimed.forEach(store::release);
    }
  }

  /** What this run has measured before it was interrupted. */
  private void takeOwn() {
    Map<String, CellRecord> own = new LinkedHashMap<>();
    for (CellRecord cell : begun.cells()) {
      if (cell.outcome() == Outcome.COMPLETED && isCurrent(cell)) {
        own.put(cell.cell().identity(), cell);
      }
    }
    for (Cell cell : planned.wanted()) {
      CellRecord record = own.get(cell.identity());
      if (record != null) {
        taken(cell, record);
      }
    }
  }

  private void takeCached() {
    for (Cell cell : planned.wanted()) {
      if (!measured.containsKey(cell)) {
        takeCached(cell);
      }
    }
  }

  private boolean takeCached(Cell cell) {
    Optional<CellRecord> found = store.find(keys.key(cell), this::isCurrent);
    found.ifPresent(
        record -> {
          store.attach(begun.run(), place(cell), record);
          taken(cell, record);
        });
    return found.isPresent();
  }

  private boolean isCurrent(CellRecord record) {
    return record.components().stream().allMatch(with.fingerprints()::isCurrent)
        && with.data().areCurrent(record.data());
  }

  private void taken(Cell cell, CellRecord record) {
    measured.put(cell, record);
    listener.cellFinished(record, true);
  }

  private int place(Cell cell) {
    return planned.cells().indexOf(cell);
  }

  /** A cell that another run is at is waited for, and then taken from it. */
  @Override
  public CellPool.Turn turn(Cell cell) {
    long now = System.nanoTime();
    if (now - askAgain.getOrDefault(cell, now) < 0) {
      return CellPool.Turn.LATER;
    }
    String key = keys.key(cell);
    if (!store.claim(key)) {
      if (askAgain.put(cell, now + BETWEEN_QUESTIONS) == null) {
        listener.message(cell + ": another run is at it, waiting for that");
      }
      return CellPool.Turn.LATER;
    }
    // The other may have finished it since it was looked for.
    if (!begun.spec().forced() && takeCached(cell)) {
      store.release(key);
      announce();
      return CellPool.Turn.NEVER;
    }
    claimed.add(key);
    return CellPool.Turn.NOW;
  }

  @Override
  public void started(Cell cell) {
    listener.cellStarted(cell);
  }

  @Override
  public void progress(CellProgress progress) {
    listener.cellProgress(progress);
  }

  @Override
  public void finished(CellRecord record) {
    boolean cancelled = record.outcome() == Outcome.CANCELLED; // as if it had never begun
    CellRecord stored = cancelled ? record : store.add(begun.run(), place(record.cell()), record);
    claimed.remove(record.key());
    store.release(record.key());
    if (!cancelled) {
      measured.put(record.cell(), stored);
      listener.cellFinished(stored, false);
      announce();
    }
  }

  @Override
  public boolean isCancelled() {
    if (System.nanoTime() - renewed > BETWEEN_RENEWALS) {
      renewed = System.nanoTime();
      store.renewClaims();
    }
    return listener.isCancelled();
  }

  private Table table() {
    return new Table(planned.profile(), planned.spec().seeds(), planned.cells(), measured);
  }

  /** Tells verdicts as soon as they can't change any more. */
  private void announce() {
    Table table = table();
    for (Claim claim : planned.claims().claims()) {
      if (!announced.contains(claim.id())) {
        ClaimResult result = Judge.judge(claim, table);
        if (result.verdict() != Verdict.NOT_MEASURED) {
          announced.add(claim.id());
          listener.claim(result);
        }
      }
    }
  }

  private StoredRun finish(boolean cancelled) {
    List<CellRecord> cells =
        planned.cells().stream().filter(measured::containsKey).map(measured::get).toList();
    Table table = table();
    List<ClaimResult> claims = new ArrayList<>();
    for (Claim claim : planned.claims().claims()) {
      ClaimResult result = Judge.judge(claim, table);
      claims.add(result);
      if (!announced.contains(claim.id()) && !cancelled) {
        listener.claim(result);
      }
    }
    boolean failed = cells.stream().anyMatch(c -> c.outcome() == Outcome.FAILED);
    Outcome outcome = cancelled ? Outcome.CANCELLED : failed ? Outcome.FAILED : Outcome.COMPLETED;
    StoredRun record =
        begun.ended(
            outcome,
            cells,
            claims,
            figures(cells),
            new Models(with.catalog()).describe(components(cells)),
            begun.wallSeconds() + (System.nanoTime() - begin) * 1e-9,
            begun.cpuSeconds() + processSeconds() - cpuBefore);
    store.finish(record);
    return store.show(record.run());
  }

  private static Set<ComponentVersion> components(List<CellRecord> cells) {
    Set<ComponentVersion> all = new LinkedHashSet<>();
    cells.forEach(cell -> all.addAll(cell.components()));
    return all;
  }

  /** What a study can't draw must not cost its numbers. */
  private List<Figure> figures(List<CellRecord> cells) {
    try {
      return planned
          .study()
          .figures(
              planned.profile(),
              cells.stream()
                  .filter(c -> c.outcome() == Outcome.COMPLETED)
                  .map(CellRecord::measurement)
                  .toList());
    } catch (RuntimeException e) {
      listener.message("the study's figures can't be made: " + e);
      return List.of();
    }
  }

  /** Of the whole process: drivers have threads of their own. */
  private static double processSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(duration -> duration.toNanos() * 1e-9)
        .orElse(0.0);
  }
}
