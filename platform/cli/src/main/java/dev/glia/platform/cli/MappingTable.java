package dev.glia.platform.cli;

import dev.glia.api.device.Deviation;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.Mapping.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what a driver makes of each term of a network. */
final class MappingTable {
  private final Terminal terminal;

  MappingTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * A term as JSON shows it.
   *
   * @param worst largest deviation, in {@code unit}; null if it's not a number or not known
   * @param unit 1 for relative deviations
   */
  record Row(
      String where,
      String aspect,
      String term,
      String verdict,
      String outcome,
      Double worst,
      Double mean,
      String unit) {}

  static List<Row> rows(Mapping mapping) {
    return mapping.entries().stream().map(MappingTable::row).toList();
  }

  private static Row row(Mapping.Entry entry) {
    return new Row(
        entry.term().where(),
        entry.term().aspect().label(),
        entry.term().text(),
        word(entry.verdict()),
        entry.outcome(),
        entry.deviation().map(Deviation::worst).orElse(null),
        entry.deviation().map(Deviation::mean).orElse(null),
        entry.deviation().map(Deviation::unit).orElse(null));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** All terms, if any isn't exact or they're asked for; then how many there are of each kind. */
  void print(Mapping mapping, String target, boolean all) {
    terminal.out().println();
    if (all || mapping.entries().stream().anyMatch(e -> e.verdict() != Verdict.EXACT)) {
      TextTable table =
          new TextTable(
              "where", "aspect", "term", "verdict", "worst", "mean", "what becomes of it");
      for (Mapping.Entry entry : mapping.entries()) {
        table.row(
            entry.term().where(),
            entry.term().aspect().label(),
            entry.term().text(),
            word(entry.verdict()),
            entry.deviation().map(d -> number(d.worst(), d)).orElse("–"),
            entry.deviation().map(d -> number(d.mean(), d)).orElse("–"),
            entry.outcome());
      }
      table.print(terminal);
    }
    terminal.out().println(target + " takes " + counts(mapping));
  }

  private static String number(double value, Deviation deviation) {
    return deviation.isRelative()
        ? String.format(Locale.ROOT, "%.2g%%", 100 * value)
        : String.format(Locale.ROOT, "%.2g %s", value, deviation.unit());
  }

  private static String counts(Mapping mapping) {
    return Stream.of(Verdict.values())
        .map(
            verdict -> {
              long count = mapping.entries().stream().filter(e -> e.verdict() == verdict).count();
              return count == 0 ? "" : count + " " + word(verdict);
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", ", "the network's terms: ", ""));
  }
}
