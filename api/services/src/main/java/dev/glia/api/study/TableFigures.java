package dev.glia.api.study;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures that most studies draw of their tables. A table without what they draw gives none. */
public final class TableFigures {
  private TableFigures() {}

  /**
   * A number by condition: bars are means over seeds, error bars standard deviations.
   *
   * @param number as cells name it; also the axis
   */
  public static Optional<Figure> bars(
      String id, String title, String caption, String number, List<Measurement> table) {
    Map<String, List<Double>> conditions = new LinkedHashMap<>();
    for (Measurement each : table) {
      if (each.numbers().containsKey(number)) {
        conditions
            .computeIfAbsent(each.cell().condition(), c -> new ArrayList<>())
            .add(each.number(number));
      }
    }
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    double[] means = conditions.values().stream().mapToDouble(TableFigures::mean).toArray();
    double[] spreads = conditions.values().stream().mapToDouble(TableFigures::spread).toArray();
    return Optional.of(
        new Figure(
            id,
            title,
            caption,
            new Bars(
                Axis.of(number.replace('_', ' '), ""),
                List.copyOf(conditions.keySet()),
                List.of(new BarSeries(number, means, spreads)))));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
  }

  private static double spread(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }

  /**
   * A series as lines, one for each cell that has it.
   *
   * @param series as cells name it
   * @param more marks besides, as a chance level
   */
  public static Optional<Figure> lines(
      String id,
      String title,
      String caption,
      String series,
      Axis x,
      Axis y,
      List<Measurement> table,
      Mark... more) {
    List<Measurement> having =
        table.stream().filter(each -> each.series().containsKey(series)).toList();
    if (having.isEmpty()) {
      return Optional.empty();
    }
    boolean alike = having.stream().map(m -> m.cell().condition()).distinct().count() == 1;
    List<Mark> marks = new ArrayList<>();
    for (Measurement each : having) {
      Measurement.Series of = each.series().get(series);
      String seed = "seed " + each.cell().seed();
      marks.add(new Mark.Line(alike ? seed : each.cell().toString(), of.x(), of.y()));
    }
    marks.addAll(List.of(more));
    return Optional.of(new Figure(id, title, caption, new Chart(x, y, marks)));
  }
}
