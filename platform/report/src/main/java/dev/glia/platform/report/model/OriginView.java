package dev.glia.platform.report.model;

import java.time.Instant;
import java.util.List;

/**
 * Where and with what something was made. Texts that aren't known are empty.
 *
 * @param machine system, processor, memory, JDK
 * @param target hardware driver and device
 * @param cpuSeconds NaN if it's not known
 * @param rerunLine what to type to make it again
 */
public record OriginView(
    String gliaVersion,
    String gitCommit,
    String machine,
    String target,
    List<Long> seeds,
    List<ComponentView> components,
    Instant startedAt,
    double wallSeconds,
    double cpuSeconds,
    String rerunLine) {
  public OriginView {
    seeds = List.copyOf(seeds);
    components = List.copyOf(components);
  }
}
