package dev.glia.platform.store;

import dev.glia.api.study.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run in a list.
 *
 * @param cells how many it has
 * @param claims how many of its claims have a verdict; empty while it isn't complete
 */
public record RunSummary(
    String run,
    String study,
    Profile profile,
    List<Long> seeds,
    Outcome outcome,
    Instant startedAt,
    double wallSeconds,
    double cpuSeconds,
    int cells,
    Map<Verdict, Integer> claims) {
  public RunSummary {
    seeds = List.copyOf(seeds);
    claims = Map.copyOf(claims);
  }
}
