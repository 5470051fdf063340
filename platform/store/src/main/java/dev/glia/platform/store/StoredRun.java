package dev.glia.platform.store;

import dev.glia.api.figure.Figure;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run of a study, or of one experiment, which is then its only cell.
 *
 * @param run id
 * @param title of the paper; an experiment's name
 * @param year of the paper; 0 if there's none
 * @param summary one paragraph for readers; may be empty
 * @param cells in the order of the plan, seed after seed
 * @param claims of a study
 * @param figures over the whole table; cells have their own
 * @param models the equations that were run
 * @param where versions, commit and machine
 * @param wallSeconds of all its parts, if it was resumed
 * @param rerunLine what to type to make it again
 * @param directory absolute path of an experiment's results; empty for studies
 */
public record StoredRun(
    String run,
    RunSpec spec,
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
    String rerunLine,
    String directory) {
  public StoredRun {
    cells = List.copyOf(cells);
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
    models = List.copyOf(models);
  }

  /** A run that begins now. */
  public static StoredRun beginning(
      String run,
      RunSpec spec,
      String title,
      int year,
      String citation,
      String summary,
      Surroundings where,
      String rerunLine,
      String directory) {
    return new StoredRun(
        run,
        spec,
        Outcome.RUNNING,
        title,
        year,
        citation,
        summary,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        where,
        Instant.now(),
        0,
        0,
        rerunLine,
        directory);
  }

  /** The same run at its end. */
  public StoredRun ended(
      Outcome how,
      List<CellRecord> measured,
      List<ClaimResult> judged,
      List<Figure> drawn,
      List<ModelDescription> described,
      double wall,
      double cpu) {
    return new StoredRun(
        run, spec, how, title, year, citation, summary, measured, judged, drawn, described, where,
        startedAt, wall, cpu, rerunLine, directory);
  }

  /** The same run, whose files lie elsewhere now. */
  public StoredRun in(String newDirectory) {
    return new StoredRun(
        run,
        spec,
        outcome,
        title,
        year,
        citation,
        summary,
        cells,
        claims,
        figures,
        models,
        where,
        startedAt,
        wallSeconds,
        cpuSeconds,
        rerunLine,
        newDirectory);
  }

  /** What to type to go on with it; empty if there's nothing to go on with. */
  public String resumeLine() {
    return resumeLine(run, spec.isStudy(), outcome, directory);
  }

  static String resumeLine(String run, boolean isStudy, Outcome outcome, String directory) {
    if (outcome == Outcome.COMPLETED || outcome == Outcome.RUNNING) {
      return "";
    }
    if (isStudy) {
      return "glia reproduce --resume " + run;
    }
    return directory.isEmpty() ? "" : "glia run --resume " + directory;
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
