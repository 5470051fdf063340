package dev.glia.platform.report;

import dev.glia.platform.report.model.MetricView;
import dev.glia.platform.report.model.RunView;
import dev.glia.platform.report.page.FiguresPart;
import dev.glia.platform.report.page.Html;
import dev.glia.platform.report.page.ModelsPart;
import dev.glia.platform.report.page.NetworkPart;
import dev.glia.platform.report.page.OriginPart;
import dev.glia.platform.report.page.Page;
import dev.glia.platform.report.page.Words;
import dev.glia.platform.report.plot.NumberText;
import java.util.List;

/** A run of one experiment as one HTML file that needs nothing else. */
public final class RunReport {
  private RunReport() {}

  /** The file's text. */
  public static String html(RunView run) {
    Page page = new Page(run.title() + " · Glia");
    header(page.header(), run);
    if (!run.metrics().isEmpty()) {
      page.section("metrics", "Numbers", html -> metrics(html, run.metrics()));
    }
    if (!run.figures().isEmpty()) {
      page.section(
          "figures", "Figures", html -> FiguresPart.write(html, run.figures(), SvgFigure::inline));
    }
    run.network()
        .ifPresent(
            network ->
                page.section(
                    "network",
                    "Network",
                    html -> NetworkPart.write(html, network, StudyReport::drawn)));
    if (!run.models().isEmpty()) {
      page.section("models", "Models", html -> ModelsPart.write(html, run.models()));
    }
    if (!run.settings().isEmpty()) {
      page.section(
          "settings",
          "Settings",
          html -> ModelsPart.parameters(html, "Settings of the experiment", run.settings()));
    }
    page.section(
        "origin",
        "How it was made",
        html -> {
          OriginPart.rerun(html, run.origin());
          OriginPart.write(html, run.origin());
        });
    return page.html("Glia " + run.origin().gliaVersion() + " · run " + run.run());
  }

  private static void header(Html html, RunView run) {
    html.open("p", "class", "eyebrow").text("Run ").leaf("code", run.run()).close();
    html.leaf("h1", run.title());
    if (!run.summary().isBlank()) {
      html.leaf("p", run.summary(), "class", "summary");
    }
    html.leaf(
        "p",
        "%s · %s · %s"
            .formatted(
                Words.capitalized(run.outcome()),
                Words.day(run.origin().startedAt()),
                Words.duration(run.origin().wallSeconds())),
        "class",
        "facts-line");
  }

  private static void metrics(Html html, List<MetricView> metrics) {
    html.open("dl", "class", "tiles");
    for (MetricView metric : metrics) {
      html.open("div").leaf("dt", metric.name()).open("dd");
      html.text(NumberText.of(metric.value()));
      if (!metric.unit().isBlank()) {
        html.leaf("span", " " + metric.unit(), "class", "unit");
      }
      html.close().close();
    }
    html.closeLine();
  }
}
