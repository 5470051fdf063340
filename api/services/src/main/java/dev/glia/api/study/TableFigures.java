package dev.glia.api.study;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * A number over a parameter, of the cells of a condition.
   *
   * @param parameter of the cells, a number
   * @param number as cells name it
   */
  public static Curve over(
      List<Measurement> table, String condition, String parameter, String number) {
    return over(
        table.stream().filter(each -> each.cell().condition().equals(condition)).toList(),
        parameter,
        number);
  }

  /**
   * A number over a parameter, of all cells that have both, whatever their condition.
   *
   * @param parameter of the cells, a number
   * @param number as cells name it
   * @since 1.1
   */
  public static Curve over(List<Measurement> table, String parameter, String number) {
    SortedMap<Double, List<Double>> points = new TreeMap<>();
    for (Measurement each : table) {
      boolean has = each.cell().parameters().containsKey(parameter);
      if (has && each.numbers().containsKey(number)) {
        points
            .computeIfAbsent(each.cell().number(parameter), x -> new ArrayList<>())
            .add(each.number(number));
      }
    }
    int size = points.size();
    Curve curve = new Curve(new double[size], new double[size], new double[size], new double[size]);
    int at = 0;
    for (Map.Entry<Double, List<Double>> point : points.entrySet()) {
      curve.x[at] = point.getKey();
      curve.mean[at] = mean(point.getValue());
      curve.low[at] = point.getValue().stream().mapToDouble(v -> v).min().orElseThrow();
      curve.high[at++] = point.getValue().stream().mapToDouble(v -> v).max().orElseThrow();
    }
    return curve;
  }

  /**
   * A number over a parameter; all arrays are of one length, empty if no cell has it.
   *
   * @param x the parameter, ascending
   * @param mean over cells, as seeds
   * @param low least of them
   * @param high largest of them
   */
  public record Curve(double[] x, double[] mean, double[] low, double[] high) {
    /** The mean as a line, in the band of all. */
    public List<Mark> marks(String name) {
      return List.of(new Mark.Band("", x, low, high), new Mark.Line(name, x, mean));
    }

    /** The mean at a value of the parameter, if there's one. */
    public OptionalDouble at(double value) {
      int found = Arrays.binarySearch(x, value);
      return found < 0 ? OptionalDouble.empty() : OptionalDouble.of(mean[found]);
    }
  }
}
