package dev.glia.platform.report.page;

import dev.glia.platform.report.plot.NumberText;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of claims. */
public final class ClaimsPart {
  private ClaimsPart() {}

  public static Map<Verdict, Integer> counts(List<ClaimResult> claims) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    claims.forEach(claim -> counts.merge(claim.verdict(), 1, Integer::sum));
    return counts;
  }

  public static void write(Html html, List<ClaimResult> claims) {
    Table table =
        Table.begin(
            html,
            "Claims, what was measured, and what the paper says",
            Table.Kind.STACKING,
            List.of(
                Table.words("Verdict"),
                Table.words("Claim"),
                Table.words("Measured"),
                Table.words("Bar"),
                Table.words("Published")));
    for (ClaimResult claim : claims) {
      html.open("tr", "id", "claim-" + claim.id(), "role", "row");
      html.open("td", "role", "cell");
      VerdictMark.write(html, claim.verdict());
      html.close();
      claim(html, claim);
      measured(html, claim);
      html.leaf("td", bar(claim), "role", "cell", "data-label", "Bar", "class", "figures");
      String published = claim.published().isBlank() ? "–" : claim.published();
      html.leaf("td", published, "role", "cell", "data-label", "Published");
      html.closeLine();
    }
    table.end();
  }

  private static void claim(Html html, ClaimResult claim) {
    html.open("th", "scope", "row", "role", "rowheader", "class", "claim");
    html.leaf("span", claim.says().isBlank() ? claim.id() : claim.says(), "class", "says");
    if (!claim.statement().isBlank()) {
      html.leaf("code", claim.statement());
    }
    if (claim.verdict() != Verdict.PASSED && !claim.sentence().isBlank()) {
      html.leaf("span", claim.sentence(), "class", "sentence");
    }
    html.close();
  }

  private static void measured(Html html, ClaimResult claim) {
    html.open("td", "role", "cell", "data-label", "Measured", "class", "figures");
    html.leaf("span", NumberText.spread(claim.measured(), claim.spread()), "class", "value");
    ClaimGauge.write(html, claim);
    html.close();
  }

  private static String bar(ClaimResult claim) {
    return Double.isNaN(claim.bar())
        ? "–"
        : (claim.relation() + " " + NumberText.of(claim.bar())).strip();
  }
}
