package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
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

  @Option(
      names = "--pin",
      paramLabel = "<projection=form>",
      description = "Store a projection so; see check --explain for the forms.")
  List<String> pin = new ArrayList<>();

  List<String> overrides() {
    List<String> all = new ArrayList<>(set);
    if (seed != null) {
      all.add("seed=" + Long.toUnsignedString(seed));
    }
    if (target != null) {
      all.add("target=" + target);
    }
    if (!pin.isEmpty()) {
      all.add("storage={" + String.join(", ", pin.stream().map(Settings::entry).toList()) + "}");
    }
    return all;
  }

  /** A projection's name holds no equals sign. */
  private static String entry(String pin) {
    int equals = pin.indexOf('=');
    if (equals < 1 || equals == pin.length() - 1) {
      throw Fault.input(
          "--pin " + pin + ": not a projection and a form. Try --pin noise->cells=rows.");
    }
    return pin.substring(0, equals).strip() + ": " + pin.substring(equals + 1).strip();
  }
}
