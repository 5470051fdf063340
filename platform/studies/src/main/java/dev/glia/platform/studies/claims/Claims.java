package dev.glia.platform.studies.claims;

import dev.glia.api.study.Profile;
import java.util.List;
import java.util.Map;

/**
 * What a study says of itself, and what it claims. Immutable.
 *
 * @param summary one paragraph for readers
 * @param seeds how many seeds a profile is run with if nobody says so
 */
public record Claims(
    String title, int year, String summary, Map<Profile, Integer> seeds, List<Claim> claims) {
  public Claims {
    seeds = Map.copyOf(seeds);
    claims = List.copyOf(claims);
  }

  public int seeds(Profile profile) {
    return seeds.getOrDefault(profile, 1);
  }
}
