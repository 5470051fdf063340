package dev.glia.api.study;

import java.util.Map;

/**
 * A statement over the table.
 *
 * @param id unique in its study
 * @param statement {@code accuracy[full] - accuracy[no-scaling] >= 0.08}
 * @param bars the statement's bar in each profile that judges it; in others it's not measured
 * @param published the paper's figure, for people; may be empty
 */
public record Claim(String id, String statement, Map<Profile, Double> bars, String published) {
  public Claim {
    bars = Map.copyOf(bars);
  }
}
