package dev.glia.studies.theory.activedendrites;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import dev.glia.api.study.TableFigures.Curve;
import dev.glia.studies.theory.sdr.SdrErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The study's figures. */
final class Figures {
  private Figures() {}

  static List<Figure> of(List<Measurement> table) {
    Map<String, Function<List<Measurement>, Figure>> figures = new LinkedHashMap<>();
    figures.put("sparse", Figures::scaling);
    figures.put("threshold", Figures::thresholds);
    figures.put("noise", Figures::noise);
    figures.keySet().retainAll(table.stream().map(m -> m.cell().condition()).toList());
    return figures.values().stream().map(figure -> figure.apply(table)).toList();
  }

  private static Figure scaling(List<Measurement> table) {
    List<Mark> marks = new ArrayList<>();
    for (int active : new int[] {64, 128, 256}) {
      List<Measurement> these =
          table.stream()
              .filter(m -> m.cell().condition().equals("sparse"))
              .filter(m -> m.cell().integer("a") == active)
              .toList();
      marks.add(line(active + " active", TableFigures.over(these, "sparse", "n", "log_error")));
    }
    marks.add(line("half of them active", TableFigures.over(table, "dense", "n", "log_error")));
    return new Figure(
        "error-over-cells",
        "False positives and the number of cells",
        "How often a segment of 24 synapses with threshold 12 takes a random pattern for its own:"
            + " ever less with more cells, but not if half of them are active.",
        new Chart(new Axis("cells", "", true), Axis.of("log10 of false positives", ""), marks));
  }

  private static Mark line(String name, Curve curve) {
    return new Mark.Line(name, curve.x(), curve.mean());
  }

  private static Figure thresholds(List<Measurement> table) {
    Curve median = TableFigures.over(table, "threshold", "theta", "median_error");
    double[] errors = Arrays.stream(median.mean()).map(Math::log10).toArray();
    double[] good = {8, 20};
    double lowest = Arrays.stream(errors).min().orElse(0);
    return new Figure(
        "error-over-threshold",
        "False positives and the threshold",
        "Median over 210 combinations of cells, activity and synapses. The band is the number of"
            + " active synapses that make dendrites spike.",
        new Chart(
            Axis.of("threshold", "synapses"),
            Axis.of("log10 of false positives", ""),
            List.of(
                new Mark.Band(
                    "NMDA spikes", good, new double[] {lowest, lowest}, new double[] {0, 0}),
                new Mark.Line("median", median.x(), errors))));
  }

  private static Figure noise(List<Measurement> table) {
    List<Mark> marks = new ArrayList<>();
    double[] silent = IntStream.rangeClosed(20, 80).asDoubleStream().toArray();
    for (int threshold : new int[] {8, 12, 16}) {
      double[] missed =
          Arrays.stream(silent)
              .map(v -> SdrErrors.falseNegative(128, 30, threshold, (int) v))
              .toArray();
      marks.add(new Mark.Line("threshold " + threshold, silent, missed));
    }
    for (int threshold : new int[] {8, 12, 16}) {
      Curve points = TableFigures.over(table, "noise", "v", "measured_" + threshold);
      String name = "simulated, " + threshold;
      int[] one = new int[points.x().length];
      marks.add(new Mark.Scatter(name, points.x(), points.mean(), one, List.of(name)));
    }
    return new Figure(
        "misses-over-noise",
        "Missed patterns and noise",
        "How often a segment with 30 synapses misses its own pattern of 128 cells when some of"
            + " them are silent: lines are the formula, points simulated (mean over seeds).",
        new Chart(Axis.of("silent cells", ""), Axis.of("share missed", ""), marks));
  }
}
