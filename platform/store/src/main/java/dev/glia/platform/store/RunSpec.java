package dev.glia.platform.store;

import dev.glia.api.study.Profile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was asked for: with the versions of components, everything that decides a run's numbers.
 *
 * @param name the study's id, or the experiment's name
 * @param version the study's; empty for an experiment
 * @param profile of a study; an experiment has none
 * @param seeds at least one
 * @param pattern which cells of a study, as {@code no-*}; empty for all
 * @param target hardware driver, and maybe a device: {@code cpu:0}
 * @param settings {@code path=value}, over an experiment's own
 * @param forced whether cells were to be run even if the store had them
 */
public record RunSpec(
    String name,
    String version,
    Optional<Profile> profile,
    List<Long> seeds,
    String pattern,
    String target,
    List<String> settings,
    boolean forced) {
  public RunSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    Objects.requireNonNull(profile);
    seeds = List.copyOf(seeds);
    Objects.requireNonNull(pattern);
    Objects.requireNonNull(target);
    settings = List.copyOf(settings);
  }

  /** Cells of a study. */
  public static RunSpec ofStudy(
      String slug,
      String version,
      Profile profile,
      List<Long> seeds,
      String pattern,
      String target,
      boolean forced) {
    return new RunSpec(
        slug, version, Optional.of(profile), seeds, pattern, target, List.of(), forced);
  }

  /** An experiment. */
  public static RunSpec ofExperiment(String name, long seed, String target, List<String> settings) {
    return new RunSpec(name, "", Optional.empty(), List.of(seed), "", target, settings, true);
  }

  public boolean isStudy() {
    return profile.isPresent();
  }

  /** {@code symmetric-stdp@1.0.0}, or an experiment's name. */
  public String reference() {
    return version.isEmpty() ? name : name + "@" + version;
  }
}
