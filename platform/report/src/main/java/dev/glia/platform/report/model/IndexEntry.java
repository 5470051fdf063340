package dev.glia.platform.report.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A study in a list, with its last run if there's one.
 *
 * @param year of the paper; 0 if it's not known
 * @param summary one sentence; may be empty
 * @param last what its last run gave
 */
public record IndexEntry(
    String slug, String title, int year, String summary, Optional<LastRun> last) {
  /**
   * A run in a list.
   *
   * @param verdicts how many claims have each verdict
   * @param link relative address of its report; empty if there's none
   */
  public record LastRun(
      String profile,
      String outcome,
      Map<Verdict, Integer> verdicts,
      Instant startedAt,
      double wallSeconds,
      String link) {
    public LastRun {
      verdicts = Map.copyOf(verdicts);
    }
  }
}
