package dev.glia.platform.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * A network that is measured.
 *
 * @param name as typed
 * @param summary one phrase
 * @param experiment file, relative to the container's home
 * @param settings over the file's own, {@code scale=0.1}
 * @param script of the same network for other simulators, beside the experiments; absent if they
 *     can't hold it
 * @param scriptSettings {@code name=value} for the script
 * @param settle simulated seconds, at least, before anything is measured
 * @param run simulated seconds that are measured
 */
public record Workload(
    String name,
    String summary,
    String experiment,
    List<String> settings,
    Optional<String> script,
    List<String> scriptSettings,
    double settle,
    double run) {
  public Workload {
    settings = List.copyOf(settings);
    scriptSettings = List.copyOf(scriptSettings);
  }

  static Workload of(String name, String summary, double settle, double run) {
    return new Workload(
        name,
        summary,
        "benchmarks/" + name + ".yaml",
        List.of(),
        Optional.of("benchmarks/" + name + ".py"),
        List.of(),
        settle,
        run);
  }

  /** The same with another file and settings that both sides understand. */
  Workload from(String file, String... both) {
    return new Workload(
        name,
        summary,
        file + ".yaml",
        List.of(both),
        Optional.of("benchmarks/" + file.substring(file.lastIndexOf('/') + 1) + ".py"),
        List.of(both),
        settle,
        run);
  }

  Workload withoutCounterpart() {
    return new Workload(
        name, summary, experiment, settings, Optional.empty(), List.of(), settle, run);
  }
}
