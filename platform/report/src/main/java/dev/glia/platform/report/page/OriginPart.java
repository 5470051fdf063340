package dev.glia.platform.report.page;

import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.StoredRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where and with what something was made, and how to make it again. */
public final class OriginPart {
  private OriginPart() {}

  public static void write(Html html, StoredRun run) {
    html.open("dl", "class", "facts");
    fact(html, "Started", Words.time(run.startedAt()));
    fact(html, "Took", took(run));
    fact(
        html,
        run.spec().seeds().size() == 1 ? "Seed" : "Seeds",
        run.spec().seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    fact(html, "Target", run.spec().target());
    fact(html, "Machine", run.where().machine());
    fact(html, "Glia", run.where().gliaVersion());
    fact(html, "Commit", run.where().gitCommit());
    html.closeLine();
    data(html, run.cells());
    if (!run.components().isEmpty()) {
      html.leaf("h3", "Components");
      components(html, run.components());
    }
  }

  /** The line to type, in a box that selects as a whole. */
  public static void rerun(Html html, StoredRun run) {
    html.open("div", "class", "rerun");
    html.leaf("p", "Run it again, with the same numbers:", "class", "rerun-label");
    html.open("pre", "tabindex", "0", "aria-label", "Command line");
    html.leaf("code", run.rerunLine()).close().closeLine();
  }

  private static String took(StoredRun run) {
    return Double.isNaN(run.cpuSeconds())
        ? Words.duration(run.wallSeconds())
        : "%s (%s of CPU time)"
            .formatted(Words.duration(run.wallSeconds()), Words.duration(run.cpuSeconds()));
  }

  private static void fact(Html html, String name, String value) {
    if (!value.isBlank()) {
      html.open("div").leaf("dt", name).leaf("dd", value).close();
    }
  }

  private static void data(Html html, List<CellRecord> cells) {
    Set<DataFile> files = new LinkedHashSet<>();
    cells.forEach(cell -> files.addAll(cell.data()));
    if (files.isEmpty()) {
      return;
    }
    html.leaf("h3", "Data");
    Table table =
        Table.begin(
            html,
            "Files that samples were read from",
            Table.Kind.PLAIN,
            List.of(Table.words("File"), Table.words("Split"), Table.words("SHA-256")));
    for (DataFile file : files) {
      html.open("tr");
      html.open("th", "scope", "row").leaf("code", file.name()).close();
      table.cell(file.split()).code(file.sha256()).rowEnd();
    }
    table.end();
  }

  private static void components(Html html, List<ComponentVersion> components) {
    Table table =
        Table.begin(
            html,
            "Components that were used",
            Table.Kind.PLAIN,
            List.of(Table.words("Component"), Table.words("Kind"), Table.words("Bundle")));
    for (ComponentVersion component : components) {
      html.open("tr");
      html.open("th", "scope", "row")
          .leaf("code", component.id() + "@" + component.version())
          .close();
      table.cell(component.kind()).code(component.bundle()).rowEnd();
    }
    table.end();
  }
}
