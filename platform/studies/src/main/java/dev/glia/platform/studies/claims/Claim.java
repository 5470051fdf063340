package dev.glia.platform.studies.claims;

import dev.glia.api.study.Profile;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A claim.
 *
 * @param says in words
 * @param bars of the profiles that judge it against a bar; empty where they only show it
 * @param profiles those that judge or show it; in others it isn't measured
 * @param published the paper's figure, for people; may be empty
 */
public record Claim(
    String id,
    String says,
    Statement statement,
    Map<Profile, OptionalDouble> bars,
    Set<Profile> profiles,
    OverSeeds overSeeds,
    String published) {
  public Claim {
    bars = Map.copyOf(bars);
    profiles = Set.copyOf(profiles);
  }

  /** What must hold when a study is run with several seeds. */
  public enum OverSeeds {
    /** The statement must hold for each. */
    EACH,
    /** It must hold for the mean of each side. */
    MEAN,
    MEDIAN,
    /** It must hold for the least of each side's values. */
    MIN,
    MAX
  }
}
