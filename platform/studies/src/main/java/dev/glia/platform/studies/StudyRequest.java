package dev.glia.platform.studies;

import dev.glia.api.study.Profile;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * What to run.
 *
 * @param slug the study's id
 * @param seeds empty for those that the study names for the profile
 * @param pattern conditions of the cells that are wanted, as {@code full} or {@code no-*},
 *     separated by commas; empty for all
 * @param target hardware driver, and maybe a device: {@code cpu:0}
 * @param force whether cells are run even if they were before
 */
public record StudyRequest(
    String slug, Profile profile, List<Long> seeds, String pattern, String target, boolean force) {
  public StudyRequest {
    Objects.requireNonNull(slug);
    Objects.requireNonNull(profile);
    seeds = List.copyOf(seeds);
    Objects.requireNonNull(pattern);
    Objects.requireNonNull(target);
  }

  /** All cells of a profile, on the CPU, for the seeds that the study names. */
  public static StudyRequest of(String slug, Profile profile) {
    return new StudyRequest(slug, profile, List.of(), "", "cpu", false);
  }

  public StudyRequest withSeeds(List<Long> wanted) {
    return new StudyRequest(slug, profile, wanted, pattern, target, force);
  }

  /** Seeds {@code first}, {@code first + 1} and so on. */
  public StudyRequest withSeeds(long first, int count) {
    return withSeeds(LongStream.range(first, first + count).boxed().toList());
  }

  public StudyRequest withPattern(String wanted) {
    return new StudyRequest(slug, profile, seeds, wanted, target, force);
  }

  public StudyRequest on(String driver) {
    return new StudyRequest(slug, profile, seeds, pattern, driver, force);
  }

  public StudyRequest forced() {
    return new StudyRequest(slug, profile, seeds, pattern, target, true);
  }
}
