package dev.glia.api.figure;

/** A series of marks in a chart. {@code name} stands in the legend; empty for none. */
public sealed interface Mark {
  String name();

  record Line(String name, double[] x, double[] y) implements Mark {}

  /** The area between two curves: a spread around a mean. */
  record Band(String name, double[] x, double[] low, double[] high) implements Mark {}

  /** Points; {@code groups} gives each a class from 0 for its color, empty for one color. */
  record Scatter(String name, double[] x, double[] y, int[] groups, java.util.List<String> classes)
      implements Mark {}

  /** Counts between edges: one edge more than counts. */
  record Histogram(String name, double[] edges, double[] counts) implements Mark {}

  /** A tick for each event: spikes over time, by neuron. */
  record Raster(String name, double[] x, int[] rows) implements Mark {}

  /**
   * A line from the bottom to the top: something happened then. Drawn under the other marks.
   *
   * @param name stands beside it, so a few letters
   * @since 1.1
   */
  record Moment(String name, double x) implements Mark {}

  /** A line across the chart: a chance level, a bar. */
  record Level(String name, double y) implements Mark {}
}
