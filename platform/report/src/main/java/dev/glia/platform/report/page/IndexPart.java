package dev.glia.platform.report.page;

import dev.glia.api.study.Profile;
import dev.glia.platform.report.IndexEntry;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of studies. */
public final class IndexPart {
  private IndexPart() {}

  /** How many claims have each verdict in all runs together. */
  public static void totals(Html html, List<RunSummary> runs) {
    Map<Verdict, Integer> totals = new EnumMap<>(Verdict.class);
    runs.forEach(run -> run.claims().forEach((v, n) -> totals.merge(v, n, Integer::sum)));
    VerdictMark.counts(html, totals);
  }

  public static void write(Html html, List<IndexEntry> studies) {
    Table table =
        Table.begin(
            html,
            "All studies and their last runs",
            Table.Kind.SORTABLE,
            List.of(
                Table.words("Study"),
                Table.numbers("Year"),
                Table.words("Claims"),
                Table.words("Profile"),
                Table.numbers("Last run"),
                Table.numbers("Took")));
    for (IndexEntry study : studies) {
      html.open("tr");
      name(html, study);
      table.number(study.year() == 0 ? "–" : Integer.toString(study.year()), study.year());
      study.last().ifPresentOrElse(run -> run(html, table, run), () -> notRun(html));
      html.closeLine();
    }
    table.end();
  }

  private static void name(Html html, IndexEntry study) {
    html.open("th", "scope", "row", "class", "claim", "data-value", study.title());
    if (isRelative(study.link())) {
      html.leaf("a", study.title(), "href", study.link(), "class", "says");
    } else {
      html.leaf("span", study.title(), "class", "says");
    }
    html.leaf("code", study.slug());
    if (!study.summary().isBlank()) {
      html.leaf("span", study.summary(), "class", "sentence");
    }
    html.close();
  }

  /** Reports lie beside the index: a link with a scheme, as of a script, is none of ours. */
  private static boolean isRelative(String link) {
    return !link.isBlank() && !link.startsWith("/") && link.matches("[\\w./%~ -]+");
  }

  private static void run(Html html, Table table, RunSummary run) {
    int passed = run.claims().getOrDefault(Verdict.PASSED, 0);
    int failed = run.claims().getOrDefault(Verdict.FAILED, 0);
    html.open("td", "data-value", Integer.toString(passed - 1_000 * failed));
    VerdictMark.counts(html, run.claims());
    if (run.claims().isEmpty()) {
      html.text(Words.capitalized(run.outcome().symbol()));
    }
    html.close();
    table.cell(run.profile().map(Profile::symbol).orElse(""));
    table.number(Words.day(run.startedAt()), run.startedAt().getEpochSecond());
    table.number(Words.duration(run.wallSeconds()), run.wallSeconds());
  }

  private static void notRun(Html html) {
    html.leaf("td", "Not run yet", "class", "muted");
    html.leaf("td", "–").leaf("td", "–", "class", "number").leaf("td", "–", "class", "number");
  }
}
