package dev.glia.platform.report.page;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a recording holds: channels, marks, and what its file says. */
public final class RecordingPart {
  private RecordingPart() {}

  public static void channels(Html html, List<Channel> channels) {
    Table table =
        Table.begin(
            html,
            "Channels",
            Table.Kind.SORTABLE,
            List.of(
                Table.words("Channel"),
                Table.words("Type"),
                Table.words("Unit"),
                Table.numbers("Rate in Hz"),
                Table.numbers("Samples")));
    for (Channel channel : channels) {
      table
          .row()
          .head(channel.name())
          .cell(Words.capitalized(channel.type().name().toLowerCase(java.util.Locale.ROOT)))
          .cell(channel.writtenUnit().isEmpty() ? channel.unit() : channel.writtenUnit())
          .number(channel.rate())
          .number(String.valueOf(channel.samples()), channel.samples())
          .rowEnd();
    }
    table.end();
  }

  /** Marks, counted by what they say. */
  public static void marks(Html html, List<Annotation> annotations) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    Map<String, Annotation> firsts = new LinkedHashMap<>();
    for (Annotation each : annotations) {
      String name = each.text().isEmpty() ? each.type() : each.type() + ": " + each.text();
      counts.computeIfAbsent(name, n -> new int[1])[0]++;
      firsts.putIfAbsent(name, each);
    }
    Table table =
        Table.begin(
            html,
            "Marks",
            Table.Kind.SORTABLE,
            List.of(Table.words("Mark"), Table.numbers("Times"), Table.numbers("First at, in s")));
    counts.forEach(
        (name, count) ->
            table
                .row()
                .head(name)
                .number(String.valueOf(count[0]), count[0])
                .number(firsts.get(name).onset())
                .rowEnd());
    table.end();
  }

  public static void about(Html html, SignalRecording recording) {
    html.open("dl", "class", "facts");
    new TreeMap<>(recording.about())
        .forEach(
            (name, value) ->
                html.open("div").leaf("dt", Words.capitalized(name)).leaf("dd", value).close());
    html.closeLine();
  }
}
