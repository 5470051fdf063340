package dev.glia.platform.report;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.report.page.CellsPart;
import dev.glia.platform.report.page.Citation;
import dev.glia.platform.report.page.ClaimsPart;
import dev.glia.platform.report.page.FiguresPart;
import dev.glia.platform.report.page.Html;
import dev.glia.platform.report.page.ModelsPart;
import dev.glia.platform.report.page.NetworkPart;
import dev.glia.platform.report.page.NumbersPart;
import dev.glia.platform.report.page.OriginPart;
import dev.glia.platform.report.page.Page;
import dev.glia.platform.report.page.VerdictMark;
import dev.glia.platform.report.page.Words;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ModelDescription.Parameter;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.StoredRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run of a study or experiment as one HTML file that needs nothing else. */
public final class RunReport {
  private final StoredRun run;
  private final Page page;

  private RunReport(StoredRun run) {
    this.run = run;
    this.page = new Page(run.title() + profile(" · ", "") + " · Glia");
  }

  /**
   * The file's text. Texts of the run are plain text, never markup, but for the MathML of models,
   * which is checked.
   *
   * @param network that was run
   */
  public static String html(StoredRun run, Optional<Content.Graph> network) {
    RunReport report = new RunReport(run);
    if (run.spec().isStudy()) {
      report.study();
    } else {
      report.experiment();
    }
    report.rest(network);
    String id = run.run().isBlank() ? "" : " · run " + run.run();
    return report.page.html("Glia " + run.where().gliaVersion() + id);
  }

  /**
   * All figures of a run: those of the whole table, then the cells' own, whose ids get the cell's
   * name if need be.
   */
  public static List<Figure> figures(StoredRun run) {
    List<Figure> figures = new ArrayList<>(run.figures());
    Set<String> ids = new HashSet<>();
    figures.forEach(figure -> ids.add(figure.id()));
    for (CellRecord cell : run.cells()) {
      String name = cell.cell().condition() + "-seed-" + cell.cell().seed();
      String title = run.spec().isStudy() ? " (" + name.replace('-', ' ') + ")" : "";
      for (Figure figure : cell.figures()) {
        String id = ids.add(figure.id()) ? figure.id() : figure.id() + "-" + name;
        ids.add(id);
        figures.add(new Figure(id, figure.title() + title, figure.caption(), figure.content()));
      }
    }
    return figures;
  }

  private String profile(String before, String after) {
    return run.spec().profile().map(Profile::symbol).map(p -> before + p + after).orElse("");
  }

  private void study() {
    Html html = page.header();
    html.open("p", "class", "eyebrow").text("Study ").leaf("code", run.spec().name());
    html.text(profile(" · ", " profile"));
    if (run.outcome() != Outcome.COMPLETED) {
      html.text(" · " + run.outcome().symbol());
    }
    html.close();
    html.leaf("h1", run.title());
    if (!run.citation().isBlank()) {
      html.open("p", "class", "citation");
      Citation.write(html, run.citation());
      html.close();
    }
    VerdictMark.counts(html, ClaimsPart.counts(run.claims()));
    html.leaf("p", run.summary(), "class", "summary");
    facts(
        Words.day(run.startedAt()),
        Words.count(run.cells().size(), "cell"),
        Words.count(run.spec().seeds().size(), "seed"),
        Words.duration(run.wallSeconds()));
    page.section("claims", "Claims", part -> ClaimsPart.write(part, run.claims()));
  }

  private void experiment() {
    Html html = page.header();
    html.open("p", "class", "eyebrow").text("Run ").leaf("code", run.run()).close();
    html.leaf("h1", run.title());
    if (!run.summary().isBlank()) {
      html.leaf("p", run.summary(), "class", "summary");
    }
    facts(
        Words.capitalized(run.outcome().symbol()),
        Words.day(run.startedAt()),
        Words.duration(run.wallSeconds()));
    if (run.cells().stream().anyMatch(cell -> !cell.numbers().isEmpty())) {
      page.section("numbers", "Numbers", part -> NumbersPart.write(part, run.cells()));
    }
  }

  private void facts(String... facts) {
    page.header().leaf("p", String.join(" · ", facts), "class", "facts-line");
  }

  private void rest(Optional<Content.Graph> network) {
    List<Figure> figures = figures(run);
    if (!figures.isEmpty()) {
      page.section(
          "figures", "Figures", html -> FiguresPart.write(html, figures, SvgFigure::inline));
    }
    network.ifPresent(
        graph ->
            page.section(
                "network", "Network", html -> NetworkPart.write(html, graph, RunReport::drawn)));
    if (!run.models().isEmpty()) {
      page.section("models", "Models", html -> ModelsPart.write(html, run.models()));
    }
    if (run.spec().isStudy()) {
      page.section("cells", "Cells", html -> CellsPart.write(html, run.cells()));
    } else if (!run.spec().settings().isEmpty()) {
      page.section(
          "settings",
          "Settings",
          html -> ModelsPart.parameters(html, "Settings over the experiment's own", settings()));
    }
    page.section(
        "origin",
        "How it was made",
        html -> {
          OriginPart.rerun(html, run);
          OriginPart.write(html, run);
        });
  }

  private List<Parameter> settings() {
    List<Parameter> settings = new ArrayList<>();
    for (String setting : run.spec().settings()) {
      int equals = Math.max(0, setting.indexOf('='));
      String value = setting.substring(Math.min(setting.length(), equals + 1)).strip();
      settings.add(new Parameter(setting.substring(0, equals), value, "", ""));
    }
    return settings;
  }

  private static String drawn(Content.Graph network) {
    return SvgFigure.inline(new Figure("network", "Network", "", network));
  }
}
