package dev.glia.platform.studies;

import dev.glia.api.study.Profile;
import dev.glia.platform.store.RunSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study that is installed.
 *
 * @param citation as {@code arXiv:1812.06574}
 * @param profiles what it offers
 * @param last the newest complete run of each profile: its cost and its verdicts
 * @param problem why it can't be run, in one sentence; empty if it can
 */
public record StudyInfo(
    String slug,
    String version,
    String title,
    int year,
    String citation,
    List<Offered> profiles,
    Map<Profile, RunSummary> last,
    Optional<String> problem) {
  public StudyInfo {
    profiles = List.copyOf(profiles);
    last = Map.copyOf(last);
  }

  /** A profile with the number of its cells for one seed, and the seeds that it's run with. */
  public record Offered(Profile profile, int cells, int seeds) {}
}
