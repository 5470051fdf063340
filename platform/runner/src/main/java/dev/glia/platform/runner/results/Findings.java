package dev.glia.platform.runner.results;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.Fault;
import dev.glia.platform.runner.RunResult.Table;
import dev.glia.v1.Metric;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes what analyzers find and writes it into the run's directory. One thread. */
public final class Findings implements ResultSink {
  private static final String SAFE = "[A-Za-z0-9][A-Za-z0-9._>-]{0,199}";

  private final RunDirectory directory;
  private final Map<String, Metric> metrics = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final Set<String> files = new HashSet<>();

  public Findings(RunDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void metric(String name, double value, String unit) {
    if (metrics.containsKey(name)) {
      throw twice("the metric " + name);
    }
    metrics.put(name, Metric.newBuilder().setName(name).setValue(value).setUnit(unit).build());
  }

  @Override
  public void table(String name, List<String> columns, List<List<String>> rows) {
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new Fault(
            Fault.Kind.INTERNAL,
            "the table " + name + " has " + columns.size() + " columns and a row of " + row.size());
      }
    }
    Table table = new Table(name, List.copyOf(columns), rows.stream().map(List::copyOf).toList());
    artifact(Gatherer.safe(name) + ".csv", "text/csv", CsvFile.of(table));
    tables.add(table);
  }

  @Override
  public void artifact(String file, String mediaType, byte[] content) {
    String name = Gatherer.safe(file);
    if (!name.matches(SAFE)) {
      throw new Fault(Fault.Kind.INTERNAL, "'" + file + "' can't be the name of a result's file");
    }
    if (!files.add(name)) {
      throw twice("the file " + name);
    }
    directory.artifact(name, mediaType, content);
  }

  private static Fault twice(String what) {
    return new Fault(Fault.Kind.INTERNAL, what + " is given by two analyzers");
  }

  public List<Metric> metrics() {
    return List.copyOf(metrics.values());
  }

  public List<Table> tables() {
    return List.copyOf(tables);
  }

  /** Writes {@code metrics.json}: name to value and unit, a line each. */
  public void writeMetrics() {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      json.beginObject();
      for (Metric metric : metrics.values()) {
        json.name(metric.getName());
        json.setFormattingStyle(FormattingStyle.COMPACT.withSpaceAfterSeparators(true));
        json.beginObject().name("value");
        JsonText.number(json, metric.getValue());
        json.name("unit").value(metric.getUnit()).endObject();
        json.setFormattingStyle(FormattingStyle.PRETTY);
      }
      json.endObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    directory.artifact(
        "metrics.json",
        "application/json",
        text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }
}
