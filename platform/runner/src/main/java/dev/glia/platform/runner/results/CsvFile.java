package dev.glia.platform.runner.results;

import dev.glia.platform.runner.RunResult.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 describes them, with a line for the names of columns. */
public final class CsvFile {
  private CsvFile() {}

  /** A table as UTF-8. */
  public static byte[] of(Table table) {
    StringBuilder text = new StringBuilder();
    append(text, table.columns());
    table.rows().forEach(row -> append(text, row));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(CsvFile::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
