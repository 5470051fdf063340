package dev.glia.platform.store.files;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Measurement;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a run for other tools. One run, one thread. */
public final class RunExport {
  private final StoredRun run;
  private final Function<ArtifactRecord, byte[]> content;
  private final Path to;

  private RunExport(StoredRun run, Function<ArtifactRecord, byte[]> content, Path to) {
    this.run = run;
    this.content = content;
    this.to = to;
  }

  /** Writes into a directory that isn't there, or is empty. */
  public static void write(StoredRun run, Function<ArtifactRecord, byte[]> content, Path to) {
    try {
      if (Files.exists(to)) {
        try (Stream<Path> there = Files.list(to)) {
          if (there.findAny().isPresent()) {
            throw Fault.input(to + " isn't empty. Try a folder that isn't there yet.");
          }
        }
      }
      new RunExport(run, content, to).write();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, to + " can't be written: " + e.getMessage(), e);
    }
  }

  private void write() throws IOException {
    Files.createDirectories(to);
    file("run.json", RecordJson.text(run) + "\n");
    file("cells.csv", cells());
    file("claims.csv", claims());
    for (Figure figure : run.figures()) {
      file("figures/" + figure.id() + ".json", RecordJson.text(figure) + "\n");
    }
    for (int i = 0; i < run.cells().size(); i++) {
      cell(String.format("%03d-%s", i, run.cells().get(i).cell().condition()), run.cells().get(i));
    }
  }

  private void cell(String name, CellRecord cell) throws IOException {
    for (var series : cell.series().entrySet()) {
      bytes("series/" + name + "." + series.getKey() + ".npy", curve(series.getValue()));
    }
    for (Figure figure : cell.figures()) {
      file("figures/" + name + "." + figure.id() + ".json", RecordJson.text(figure) + "\n");
    }
    for (ArtifactRecord artifact : cell.artifacts()) {
      bytes("artifacts/" + name + "/" + artifact.file(), content.apply(artifact));
    }
  }

  private String cells() {
    SortedSet<String> parameters = new TreeSet<>();
    SortedSet<String> numbers = new TreeSet<>();
    for (CellRecord cell : run.cells()) {
      parameters.addAll(cell.cell().parameters().keySet());
      numbers.addAll(cell.numbers().keySet());
    }
    List<String> header = new ArrayList<>(List.of("cell", "condition", "seed", "outcome"));
    header.addAll(parameters);
    header.addAll(numbers);
    header.addAll(List.of("wall_seconds", "cpu_seconds", "hash", "message"));
    StringBuilder text = new StringBuilder(line(header));
    for (int i = 0; i < run.cells().size(); i++) {
      CellRecord cell = run.cells().get(i);
      List<String> row =
          new ArrayList<>(
              List.of(
                  String.valueOf(i),
                  cell.cell().condition(),
                  String.valueOf(cell.cell().seed()),
                  cell.outcome().symbol()));
      parameters.forEach(name -> row.add(cell.cell().parameters().getOrDefault(name, "")));
      numbers.forEach(
          name ->
              row.add(
                  cell.numbers().containsKey(name)
                      ? String.valueOf(cell.numbers().get(name))
                      : ""));
      row.add(String.valueOf(cell.wallSeconds()));
      row.add(String.valueOf(cell.cpuSeconds()));
      row.add(cell.hash());
      row.add(cell.message());
      text.append(line(row));
    }
    return text.toString();
  }

  private String claims() {
    StringBuilder text =
        new StringBuilder(
            line(
                List.of(
                    "id",
                    "verdict",
                    "measured",
                    "spread",
                    "bar",
                    "statement",
                    "says",
                    "paper",
                    "sentence")));
    for (ClaimResult claim : run.claims()) {
      text.append(
          line(
              List.of(
                  claim.id(),
                  claim.verdict().name(),
                  String.valueOf(claim.measured()),
                  String.valueOf(claim.spread()),
                  String.valueOf(claim.bar()),
                  claim.statement(),
                  claim.says(),
                  claim.published(),
                  claim.sentence())));
    }
    return text.toString();
  }

  /** Two rows: x, then y. */
  private static byte[] curve(Measurement.Series series) {
    int points = series.x().length;
    double[] rows = Arrays.copyOf(series.x(), 2 * points);
    System.arraycopy(series.y(), 0, rows, points, points);
    return NpyArray.bytes(rows, 2, points);
  }

  /** A line as RFC 4180 has it. */
  private static String line(List<String> fields) {
    List<String> quoted = new ArrayList<>();
    for (String field : fields) {
      boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      quoted.add(plain ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    return String.join(",", quoted) + "\r\n";
  }

  private void file(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    Path path = to.resolve(name).normalize();
    if (!path.startsWith(to.normalize())) {
      throw Fault.input("the artifact '" + name + "' would lie outside of " + to);
    }
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }
}
