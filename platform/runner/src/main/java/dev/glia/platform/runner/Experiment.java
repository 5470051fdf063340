package dev.glia.platform.runner;

import dev.glia.v1.ExperimentSpec;
import java.util.List;
import java.util.Objects;

/**
 * An experiment with the text that it was read from. Immutable.
 *
 * @param spec what was read; its grammar is right, its components aren't looked at yet
 * @param file name for messages, {@code lab.yaml}; empty for experiments that programs make
 * @param source exact text of the file; empty for experiments that programs make
 * @param overrides {@code path=value} settings that were applied over the text
 */
public record Experiment(ExperimentSpec spec, String file, String source, List<String> overrides) {
  public Experiment {
    Objects.requireNonNull(spec);
    Objects.requireNonNull(file);
    Objects.requireNonNull(source);
    overrides = List.copyOf(overrides);
  }

  /** An experiment that a program made. */
  public static Experiment of(ExperimentSpec spec) {
    return new Experiment(spec, "", "", List.of());
  }
}
