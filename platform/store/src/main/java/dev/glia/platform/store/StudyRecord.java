package dev.glia.platform.store;

import dev.glia.api.figure.Figure;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run of a study.
 *
 * @param run id
 * @param title of the paper
 * @param year of the paper
 * @param summary one paragraph for readers
 * @param cells in the order of the plan, seed after seed
 * @param figures over the whole table; cells have their own
 * @param models the equations that were run
 * @param where versions, commit and machine
 * @param wallSeconds of all its parts, if it was resumed
 * @param rerunLine what to type to make it again
 */
public record StudyRecord(
    String run,
    StudySpec spec,
    Outcome outcome,
    String title,
    int year,
    String citation,
    String summary,
    List<CellRecord> cells,
    List<ClaimResult> claims,
    List<Figure> figures,
    List<ModelDescription> models,
    Surroundings where,
    Instant startedAt,
    double wallSeconds,
    double cpuSeconds,
    String rerunLine) {
  public StudyRecord {
    cells = List.copyOf(cells);
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
    models = List.copyOf(models);
  }

  /** Components that its cells used, each once. */
  public List<ComponentVersion> components() {
    Set<ComponentVersion> all = new LinkedHashSet<>();
    cells.forEach(cell -> all.addAll(cell.components()));
    return List.copyOf(all);
  }

  /** 0 if nothing failed, 1 if a claim did, 3 if a cell did or the run didn't complete. */
  public int exitCode() {
    if (claims.stream().anyMatch(claim -> claim.verdict() == Verdict.FAILED)) {
      return 1;
    }
    boolean whole =
        outcome == Outcome.COMPLETED
            && cells.stream().allMatch(cell -> cell.outcome() == Outcome.COMPLETED);
    return whole ? 0 : 3;
  }
}
