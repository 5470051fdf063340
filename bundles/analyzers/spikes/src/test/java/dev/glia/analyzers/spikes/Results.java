package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.testkit.Settings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Keeps what an analyzer says; a name that's used twice is a mistake. */
final class Results implements ResultSink {
  final Map<String, Double> metrics = new LinkedHashMap<>();
  final Map<String, String> units = new LinkedHashMap<>();
  final Map<String, List<String>> columns = new LinkedHashMap<>();
  final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
  final Map<String, byte[]> artifacts = new LinkedHashMap<>();

  static Results of(Analyzer analyzer, Recording recording, Object... given) {
    Results results = new Results();
    analyzer.analyze(recording, Settings.of(analyzer.descriptor(), given), results);
    return results;
  }

  @Override
  public void metric(String name, double value, String unit) {
    once(metrics.put(name, value), name);
    units.put(name, unit);
  }

  @Override
  public void table(String name, List<String> header, List<List<String>> rows) {
    once(tables.put(name, rows), name);
    columns.put(name, header);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new AssertionError(name + ": " + row + " under " + header);
      }
    }
  }

  @Override
  public void artifact(String file, String mediaType, byte[] content) {
    once(artifacts.put(file, content), file);
  }

  private static void once(Object before, String name) {
    if (before != null) {
      throw new AssertionError("told twice: " + name);
    }
  }

  String text(String artifact) {
    return new String(artifacts.get(artifact), StandardCharsets.UTF_8);
  }

  /** The artifact as XML; fails if it isn't well-formed. */
  Document xml(String artifact) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(artifacts.get(artifact)));
  }
}
