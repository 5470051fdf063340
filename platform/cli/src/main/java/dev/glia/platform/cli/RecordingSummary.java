package dev.glia.platform.cli;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a recording holds, on the terminal. Texts of the file are shown without control codes. */
record RecordingSummary(Terminal terminal, Path file, SignalRecording recording) {
  private static final int MOST_MARKS = 20;

  /** A recording as JSON shows it. */
  record View(
      String file,
      double seconds,
      Map<String, String> about,
      List<Channel> channels,
      List<Stretch> stretches,
      List<Annotation> annotations) {}

  void json() {
    Json.print(
        terminal,
        new View(
            file.toString(),
            recording.seconds(),
            new TreeMap<>(recording.about()),
            recording.channels(),
            recording.stretches(),
            recording.annotations()));
  }

  void print() {
    terminal.out().println(terminal.bold(clean(file.getFileName().toString())) + "  " + length());
    new TreeMap<>(recording.about())
        .forEach((name, value) -> terminal.out().println(clean(name + ": " + value)));
    terminal.out().println();
    channels();
    if (!recording.annotations().isEmpty()) {
      terminal.out().println();
      marks();
    }
    terminal.out().println();
  }

  private String length() {
    String text = recording.channels().size() + " channels, " + number(recording.seconds()) + " s";
    List<Stretch> stretches = recording.stretches();
    return stretches.size() < 2 ? text : text + " in " + stretches.size() + " stretches";
  }

  /** Channels in a row that differ in their names only share a line. */
  private void channels() {
    TextTable table = new TextTable("channels", "type", "unit", "rate (Hz)", "samples", "names");
    List<Channel> channels = recording.channels();
    int from = 0;
    while (from < channels.size()) {
      int to = from + 1;
      while (to < channels.size() && alike(channels.get(from), channels.get(to))) {
        to++;
      }
      Channel first = channels.get(from);
      table.row(
          to == from + 1 ? String.valueOf(to) : from + 1 + "-" + to,
          first.type().name().toLowerCase(Locale.ROOT),
          clean(first.writtenUnit().isEmpty() ? first.unit() : first.writtenUnit()),
          number(first.rate()),
          String.valueOf(first.samples()),
          clean(String.join(" ", channels.subList(from, to).stream().map(Channel::name).toList())));
      from = to;
    }
    table.print(terminal);
  }

  private static boolean alike(Channel a, Channel b) {
    return a.type() == b.type()
        && a.writtenUnit().equals(b.writtenUnit())
        && a.rate() == b.rate()
        && a.samples() == b.samples();
  }

  private void marks() {
    Map<String, int[]> counts = new LinkedHashMap<>();
    Map<String, Annotation> firsts = new LinkedHashMap<>();
    for (Annotation each : recording.annotations()) {
      String key = each.type() + "\t" + each.text();
      counts.computeIfAbsent(key, k -> new int[1])[0]++;
      firsts.putIfAbsent(key, each);
    }
    TextTable table = new TextTable("event", "says", "times", "first at (s)", "duration (s)");
    counts.entrySet().stream()
        .limit(MOST_MARKS)
        .forEach(
            entry -> {
              Annotation first = firsts.get(entry.getKey());
              table.row(
                  clean(first.type()),
                  clean(first.text()),
                  String.valueOf(entry.getValue()[0]),
                  number(first.onset()),
                  number(first.duration()));
            });
    table.print(terminal);
    if (counts.size() > MOST_MARKS) {
      terminal.out().println("… and " + (counts.size() - MOST_MARKS) + " more (--json shows all)");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
