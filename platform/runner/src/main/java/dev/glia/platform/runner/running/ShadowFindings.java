package dev.glia.platform.runner.running;

import dev.glia.api.network.Population;
import dev.glia.platform.runner.RunResult.Table;
import dev.glia.platform.runner.ShadowDrift;
import dev.glia.platform.runner.results.CsvFile;
import dev.glia.platform.runner.results.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns what a shadow showed into metrics and a table. */
final class ShadowFindings {
  private ShadowFindings() {}

  /** Writes them. */
  static void write(Divergence of, double dt, Findings findings) {
    findings.metric("shadow.ticks", of.ticks(), "1");
    of.first()
        .ifPresent(
            first -> findings.metric("shadow.first-difference", first.tick() * dt * 1e3, "ms"));
    List<List<String>> rows = new ArrayList<>();
    for (int p = 0; p < of.populations().size(); p++) {
      Population population = of.populations().get(p);
      TrainDistance distance = of.distance(p);
      double seconds = of.ticks() * dt * population.size();
      double own = distance.count(0) / seconds;
      double shadow = distance.count(1) / seconds;
      String name = "shadow." + population.name() + ".";
      findings.metric(name + "rate-difference", shadow - own, "Hz");
      findings.metric(name + "van-rossum", distance.vanRossum(), "1");
      findings.metric(name + "victor-purpura", distance.victorPurpura(), "1");
      rows.add(
          List.of(
              population.name(),
              number(own),
              number(shadow),
              number(distance.vanRossum()),
              number(distance.victorPurpura())));
    }
    findings.table(
        "shadow",
        List.of("population", "rate (Hz)", "shadow's rate (Hz)", "van Rossum", "Victor-Purpura"),
        rows);
    of.answers()
        .forEach(
            (phase, answers) -> {
              findings.metric("shadow.accuracy." + phase, answers.accuracy(), "1");
              findings.metric("shadow.same-answers." + phase, answers.agreement(), "1");
              findings.metric("shadow.accuracy-difference." + phase, answers.difference(), "1");
            });
  }

  /** The course of it, for others to draw. */
  static void write(ShadowDrift drift, Findings findings) {
    List<List<String>> rows = new ArrayList<>();
    for (ShadowDrift.Curve curve : drift.curves()) {
      for (int w = 0; w < drift.windows(); w++) {
        rows.add(
            List.of(
                curve.population(),
                number((drift.begin() + w * drift.window()) * 1e3),
                number((drift.begin() + (w + 1) * drift.window()) * 1e3),
                String.valueOf(curve.own()[w]),
                String.valueOf(curve.shadow()[w]),
                String.valueOf(curve.differing()[w]),
                number(curve.distance()[w])));
      }
    }
    List<String> columns =
        List.of(
            "population",
            "from (ms)",
            "until (ms)",
            "spikes",
            "shadow's",
            "differing",
            "van Rossum");
    findings.artifact(
        "shadow-drift.csv", "text/csv", CsvFile.of(new Table("shadow-drift", columns, rows)));
  }

  /** One sentence. */
  static String sentence(Divergence of, double dt, String where) {
    String end = of.reason().isEmpty() ? "" : " The comparison ended " + of.reason() + ".";
    return of.first()
            .map(
                first ->
                    String.format(
                        Locale.ROOT,
                        "The shadow on %s differs first at tick %d (%.6g ms): a spike of %s[%d]"
                            + " that only %s has.",
                        where,
                        first.tick(),
                        first.tick() * dt * 1e3,
                        first.population(),
                        first.neuron(),
                        first.inShadow() ? "the shadow" : "the run"))
            .orElse("The shadow on " + where + " has the same spikes.")
        + end;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
