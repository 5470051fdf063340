package dev.glia.platform.report;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.platform.report.model.StudyView;
import dev.glia.platform.report.page.CellsPart;
import dev.glia.platform.report.page.Citation;
import dev.glia.platform.report.page.ClaimsPart;
import dev.glia.platform.report.page.FiguresPart;
import dev.glia.platform.report.page.Html;
import dev.glia.platform.report.page.ModelsPart;
import dev.glia.platform.report.page.NetworkPart;
import dev.glia.platform.report.page.OriginPart;
import dev.glia.platform.report.page.Page;
import dev.glia.platform.report.page.VerdictMark;
import dev.glia.platform.report.page.Words;

/** A run of a study as one HTML file that needs nothing else. */
public final class StudyReport {
  private StudyReport() {}

  /** The file's text. */
  public static String html(StudyView study) {
    Page page = new Page(study.title() + " · " + study.profile() + " · Glia");
    header(page.header(), study);
    page.section("claims", "Claims", html -> ClaimsPart.write(html, study.claims()));
    if (!study.figures().isEmpty()) {
      page.section(
          "figures",
          "Figures",
          html -> FiguresPart.write(html, study.figures(), SvgFigure::inline));
    }
    study
        .network()
        .ifPresent(
            network ->
                page.section(
                    "network",
                    "Network",
                    html -> NetworkPart.write(html, network, StudyReport::drawn)));
    if (!study.models().isEmpty()) {
      page.section("models", "Models", html -> ModelsPart.write(html, study.models()));
    }
    page.section("cells", "Cells", html -> CellsPart.write(html, study.cells()));
    page.section(
        "origin",
        "How it was made",
        html -> {
          OriginPart.rerun(html, study.origin());
          OriginPart.write(html, study.origin());
        });
    String run = study.run().isBlank() ? "" : " · run " + study.run();
    return page.html("Glia " + study.origin().gliaVersion() + run);
  }

  static String drawn(Content.Graph network) {
    return SvgFigure.inline(new Figure("network", "Network", "", network));
  }

  private static void header(Html html, StudyView study) {
    html.open("p", "class", "eyebrow").text("Study ").leaf("code", study.slug());
    html.text(" · " + study.profile() + " profile");
    if (!study.outcome().equals("completed")) {
      html.text(" · " + study.outcome());
    }
    html.close();
    html.leaf("h1", study.title());
    if (!study.citation().isBlank()) {
      html.open("p", "class", "citation");
      Citation.write(html, study.citation());
      html.close();
    }
    VerdictMark.counts(html, ClaimsPart.counts(study.claims()));
    html.leaf("p", study.summary(), "class", "summary");
    html.leaf(
        "p",
        "%s · %s · %s · %s"
            .formatted(
                Words.day(study.origin().startedAt()),
                Words.count(study.cells().size(), "cell"),
                Words.count(study.origin().seeds().size(), "seed"),
                Words.duration(study.origin().wallSeconds())),
        "class",
        "facts-line");
  }
}
