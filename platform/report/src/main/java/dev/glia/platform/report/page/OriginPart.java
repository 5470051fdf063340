package dev.glia.platform.report.page;

import dev.glia.platform.report.model.ComponentView;
import dev.glia.platform.report.model.OriginView;
import java.util.List;
import java.util.stream.Collectors;

/** Where and with what something was made, and how to make it again. */
public final class OriginPart {
  private OriginPart() {}

  public static void write(Html html, OriginView origin) {
    html.open("dl", "class", "facts");
    fact(html, "Started", Words.time(origin.startedAt()));
    fact(html, "Took", took(origin));
    fact(
        html,
        origin.seeds().size() == 1 ? "Seed" : "Seeds",
        origin.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    fact(html, "Target", origin.target());
    fact(html, "Machine", origin.machine());
    fact(html, "Glia", origin.gliaVersion());
    fact(html, "Commit", origin.gitCommit());
    html.closeLine();
    if (!origin.components().isEmpty()) {
      html.leaf("h3", "Components");
      components(html, origin.components());
    }
  }

  /** The line to type, in a box that selects as a whole. */
  public static void rerun(Html html, OriginView origin) {
    html.open("div", "class", "rerun");
    html.leaf("p", "Run it again, with the same numbers:", "class", "rerun-label");
    html.open("pre", "tabindex", "0", "aria-label", "Command line");
    html.leaf("code", origin.rerunLine()).close().closeLine();
  }

  private static String took(OriginView origin) {
    return Double.isNaN(origin.cpuSeconds())
        ? Words.duration(origin.wallSeconds())
        : "%s (%s of CPU time)"
            .formatted(Words.duration(origin.wallSeconds()), Words.duration(origin.cpuSeconds()));
  }

  private static void fact(Html html, String name, String value) {
    if (!value.isBlank()) {
      html.open("div").leaf("dt", name).leaf("dd", value).close();
    }
  }

  private static void components(Html html, List<ComponentView> components) {
    Table table =
        Table.begin(
            html,
            "Components that were used",
            Table.Kind.PLAIN,
            List.of(Table.words("Component"), Table.words("Kind"), Table.words("Bundle")));
    for (ComponentView component : components) {
      html.open("tr");
      html.open("th", "scope", "row").leaf("code", component.reference()).close();
      table.cell(component.kind()).code(component.bundle()).rowEnd();
    }
    table.end();
  }
}
