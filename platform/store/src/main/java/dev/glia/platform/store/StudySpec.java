package dev.glia.platform.store;

import dev.glia.api.study.Profile;
import java.util.List;
import java.util.Objects;

/**
 * Everything that decides the numbers of a run, besides the versions of components.
 *
 * @param slug the study's id
 * @param version the study's
 * @param seeds at least one
 * @param pattern which cells, as {@code no-*}; empty for all
 * @param target hardware driver, and maybe a device: {@code cpu:0}
 */
public record StudySpec(
    String slug, String version, Profile profile, List<Long> seeds, String pattern, String target) {
  public StudySpec {
    Objects.requireNonNull(slug);
    Objects.requireNonNull(version);
    Objects.requireNonNull(profile);
    seeds = List.copyOf(seeds);
    Objects.requireNonNull(pattern);
    Objects.requireNonNull(target);
  }
}
