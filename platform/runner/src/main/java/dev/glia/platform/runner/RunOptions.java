package dev.glia.platform.runner;

import dev.glia.v1.LostPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How an experiment is run; nothing in here changes its results, but for what is done when a device
 * is lost.
 *
 * @param outputRoot folder in which the run's directory is made
 * @param dataDirectory where data sets look first
 * @param cache where fetched data is kept
 * @param threads for the driver; 0 lets it choose
 * @param checkpointEvery wall time between checkpoints
 * @param checkpointPresentations presentations after which one is due as well; 0 for none
 * @param offline whether nothing may be fetched
 * @param onLost what to do when the link to the device breaks; the experiment says if absent
 */
public record RunOptions(
    Path outputRoot,
    Optional<Path> dataDirectory,
    Path cache,
    int threads,
    Duration checkpointEvery,
    int checkpointPresentations,
    boolean offline,
    Optional<LostPolicy> onLost) {
  public RunOptions {
    Objects.requireNonNull(onLost);
    Objects.requireNonNull(outputRoot);
    Objects.requireNonNull(dataDirectory);
    Objects.requireNonNull(cache);
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative, given " + threads);
    }
    if (checkpointEvery.isNegative() || checkpointEvery.isZero()) {
      throw new IllegalArgumentException("checkpointEvery must be positive");
    }
    if (checkpointPresentations < 0) {
      throw new IllegalArgumentException("checkpointPresentations must not be negative");
    }
  }

  /** A checkpoint every 10 s, the driver's choice of threads, data kept below the user's home. */
  public static RunOptions in(Path outputRoot) {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "glia", "data");
    return new RunOptions(
        outputRoot, Optional.empty(), cache, 0, Duration.ofSeconds(10), 0, false, Optional.empty());
  }

  public RunOptions withData(Path directory) {
    return new RunOptions(
        outputRoot,
        Optional.of(directory),
        cache,
        threads,
        checkpointEvery,
        checkpointPresentations,
        offline,
        onLost);
  }

  public RunOptions withCache(Path directory) {
    return new RunOptions(
        outputRoot,
        dataDirectory,
        directory,
        threads,
        checkpointEvery,
        checkpointPresentations,
        offline,
        onLost);
  }

  public RunOptions withThreads(int count) {
    return new RunOptions(
        outputRoot,
        dataDirectory,
        cache,
        count,
        checkpointEvery,
        checkpointPresentations,
        offline,
        onLost);
  }

  public RunOptions withCheckpoints(Duration every, int presentations) {
    return new RunOptions(
        outputRoot, dataDirectory, cache, threads, every, presentations, offline, onLost);
  }

  public RunOptions withOffline(boolean noFetching) {
    return new RunOptions(
        outputRoot,
        dataDirectory,
        cache,
        threads,
        checkpointEvery,
        checkpointPresentations,
        noFetching,
        onLost);
  }

  public RunOptions withOnLost(LostPolicy policy) {
    return new RunOptions(
        outputRoot,
        dataDirectory,
        cache,
        threads,
        checkpointEvery,
        checkpointPresentations,
        offline,
        Optional.of(policy));
  }
}
