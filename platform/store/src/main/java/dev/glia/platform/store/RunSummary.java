package dev.glia.platform.store;

import dev.glia.api.study.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run in a list.
 *
 * @param name the study's id, or the experiment's name
 * @param profile of a study; an experiment has none
 * @param cells how many it has
 * @param claims how many of its claims have a verdict; empty while it isn't complete
 * @param directory absolute path of an experiment's results; empty for studies
 */
public record RunSummary(
    String run,
    String name,
    Optional<Profile> profile,
    List<Long> seeds,
    Outcome outcome,
    Instant startedAt,
    double wallSeconds,
    double cpuSeconds,
    int cells,
    Map<Verdict, Integer> claims,
    String directory) {
  public RunSummary {
    seeds = List.copyOf(seeds);
    claims = Map.copyOf(claims);
  }

  /** What to type to go on with it; empty if there's nothing to go on with. */
  public String resumeLine() {
    return StoredRun.resumeLine(run, profile.isPresent(), outcome, directory);
  }
}
