package dev.glia.platform.cli;

import java.io.PrintStream;

/**
 * Where a command writes. Colors and rewritten lines are used only where a person looks: the start
 * script says in {@code glia.terminal.out} and {@code glia.terminal.err} whether one does.
 *
 * @param out results
 * @param err progress and messages
 * @param outIsTerminal whether {@code out} is looked at by a person
 * @param errIsTerminal whether {@code err} is
 * @param columns width in characters
 */
record Terminal(
    PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, int columns) {
  private static final String ESCAPE = "\u001b[";

  static Terminal ofProcess() {
    boolean colorless = System.getenv("NO_COLOR") != null;
    return new Terminal(
        System.out,
        System.err,
        Boolean.getBoolean("glia.terminal.out") && !colorless,
        Boolean.getBoolean("glia.terminal.err"),
        width(System.getenv("COLUMNS")));
  }

  private static int width(String columns) {
    try {
      return columns == null ? 100 : Math.clamp(Integer.parseInt(columns.strip()), 40, 250);
    } catch (NumberFormatException notANumber) {
      return 100;
    }
  }

  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String green(String text) {
    return styled("32", text);
  }

  private String styled(String code, String text) {
    return outIsTerminal ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
