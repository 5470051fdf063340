package dev.glia.studies.reservoirs.adaptiveei;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import dev.glia.api.study.TableFigures.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The study's figures, all at the main strength of weights. */
final class Figures {
  private static final double[] SHOWN_RATES = {0.3, 0.4, 0.5};

  private Figures() {}

  static List<Figure> overview(List<Measurement> all) {
    List<Measurement> table =
        all.stream()
            .filter(m -> m.cell().number("j") == AdaptiveEiReservoir.MAIN_STRENGTH)
            .toList();
    return List.of(overFactors(table), overRates(table), rates(table));
  }

  private static Figure overFactors(List<Measurement> table) {
    Curve global = TableFigures.over(table, "global", "g", "mc");
    List<Mark> marks = new ArrayList<>(global.marks("one factor on all inhibition"));
    for (double rate : SHOWN_RATES) {
      TableFigures.over(table, "adapted", "rho", "mc")
          .at(rate)
          .ifPresent(mc -> marks.add(new Mark.Level("adapted to " + rate, mc)));
    }
    marks.add(
        new Mark.Line(
            "balance",
            new double[] {4, 4},
            new double[] {0, Arrays.stream(global.high()).max().orElse(0)}));
    return new Figure(
        "memory-over-inhibition",
        "Memory capacity and inhibition",
        "Memory capacity over the global factor on inhibition (mean and range over seeds); lines"
            + " are networks whose inhibition has adapted to a target rate.",
        new Chart(Axis.of("factor on inhibition", ""), Axis.of("memory capacity", ""), marks));
  }

  private static Figure overRates(List<Measurement> table) {
    List<Mark> marks =
        new ArrayList<>(
            TableFigures.over(table, "adapted", "rho", "mc").marks("same target for all"));
    marks.addAll(TableFigures.over(table, "heterogeneous", "rho", "mc").marks("different targets"));
    return new Figure(
        "memory-over-target-rate",
        "Memory capacity and target rates",
        "Memory capacity of adapted networks over their mean target rate (mean and range over"
            + " seeds). Targets that differ between units make it matter less.",
        new Chart(Axis.of("mean target rate", ""), Axis.of("memory capacity", ""), marks));
  }

  private static Figure rates(List<Measurement> table) {
    List<Mark> marks = new ArrayList<>();
    histogram(table, "before", m -> is(m, "global", "g", 1)).ifPresent(marks::add);
    histogram(table, "adapted", m -> is(m, "adapted", "rho", AdaptiveEiReservoir.MAIN_RATE))
        .ifPresent(marks::add);
    return new Figure(
        "rates",
        "Rates before and after adaptation",
        "Share of units by their mean rate, for a seed: before inhibition has adapted, and after it"
            + " has to a target of 0.4.",
        new Chart(Axis.of("mean rate", ""), Axis.of("share of units", ""), marks));
  }

  private static boolean is(Measurement m, String condition, String parameter, double value) {
    return m.cell().condition().equals(condition) && m.cell().number(parameter) == value;
  }

  private static Optional<Mark> histogram(
      List<Measurement> table, String name, Predicate<Measurement> which) {
    return table.stream()
        .filter(which)
        .findFirst()
        .map(m -> m.series().get("rates"))
        .map(
            rates -> {
              double[] edges = new double[rates.x().length + 1];
              for (int b = 0; b < edges.length; b++) {
                edges[b] = (double) b / rates.x().length;
              }
              return new Mark.Histogram(name, edges, rates.y());
            });
  }
}
