package dev.glia.platform.studies;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * With what to run.
 *
 * @param data where data sets look first
 * @param cache where fetched data is kept
 * @param offline whether nothing may be fetched
 * @param cores that cells may use together
 * @param megabytes that cells may use together; a cell that needs more runs alone
 */
public record StudyOptions(
    Optional<Path> data, Path cache, boolean offline, int cores, long megabytes) {
  public StudyOptions {
    Objects.requireNonNull(data);
    Objects.requireNonNull(cache);
    if (cores < 1 || megabytes < 1) {
      throw new IllegalArgumentException("at least one core and one megabyte are needed");
    }
  }

  /** All cores, most of the memory of this process, data kept below the user's home. */
  public static StudyOptions standard() {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "glia", "data");
    long megabytes = Math.max(1, Runtime.getRuntime().maxMemory() / 10 * 8 >> 20);
    int cores = Runtime.getRuntime().availableProcessors();
    return new StudyOptions(Optional.empty(), cache, false, cores, megabytes);
  }

  public StudyOptions withData(Path directory) {
    return new StudyOptions(Optional.of(directory), cache, offline, cores, megabytes);
  }

  public StudyOptions withCache(Path directory) {
    return new StudyOptions(data, directory, offline, cores, megabytes);
  }

  public StudyOptions withOffline(boolean noFetching) {
    return new StudyOptions(data, cache, noFetching, cores, megabytes);
  }

  public StudyOptions withCores(int count) {
    return new StudyOptions(data, cache, offline, count, megabytes);
  }
}
