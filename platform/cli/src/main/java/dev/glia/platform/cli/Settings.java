package dev.glia.platform.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Settings over an experiment file's own. */
final class Settings {
  @Option(
      names = "--set",
      paramLabel = "<path=value>",
      description = "Change a setting: populations.cells.size=100")
  List<String> set = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "<n>", description = "The same as --set seed=<n>.")
  Long seed;

  @Option(names = "--target", paramLabel = "<driver>", description = "The same as --set target=…")
  String target;

  List<String> overrides() {
    List<String> all = new ArrayList<>(set);
    if (seed != null) {
      all.add("seed=" + Long.toUnsignedString(seed));
    }
    if (target != null) {
      all.add("target=" + target);
    }
    return all;
  }
}
