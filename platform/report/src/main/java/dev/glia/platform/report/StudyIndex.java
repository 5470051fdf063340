package dev.glia.platform.report;

import dev.glia.platform.report.page.Html;
import dev.glia.platform.report.page.IndexPart;
import dev.glia.platform.report.page.Page;
import dev.glia.platform.report.page.Words;
import dev.glia.platform.store.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All studies on one page, with what their last runs gave. */
public final class StudyIndex {
  private StudyIndex() {}

  /**
   * The file's text.
   *
   * @param gliaVersion for the page's foot
   * @param madeAt for the page's foot
   */
  public static String html(List<IndexEntry> studies, String gliaVersion, Instant madeAt) {
    Page page = new Page("Studies · Glia");
    header(page.header(), studies);
    page.content(html -> IndexPart.write(html, studies));
    return page.html("Glia " + gliaVersion + " · " + Words.time(madeAt));
  }

  private static void header(Html html, List<IndexEntry> studies) {
    html.leaf("p", "Glia", "class", "eyebrow");
    html.leaf("h1", "Studies");
    List<RunSummary> runs =
        studies.stream().map(IndexEntry::last).flatMap(Optional::stream).toList();
    html.leaf(
        "p",
        "Published results, measured again. %s, %d of them run at least once."
            .formatted(studies.size() == 1 ? "1 study" : studies.size() + " studies", runs.size()),
        "class",
        "summary");
    IndexPart.totals(html, runs);
  }
}
