package dev.glia.api.analysis;

import dev.glia.api.analysis.Recording.Weights;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Content.ImageGrid;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Figures that are drawn of many recordings. */
public final class RecordingFigures {
  private static final double GOLDEN_ANGLE = 2.4;

  private RecordingFigures() {}

  /**
   * What neurons answer to: their weights from an image.
   *
   * @param weights whose sources are pixels, row-major
   * @param width of the image
   * @param most neurons to draw, from the first on
   */
  public static Figure receptiveFields(String id, Weights weights, int width, int most) {
    List<float[]> images =
        IntStream.range(0, Math.min(weights.targets(), most)).mapToObj(weights::into).toList();
    return new Figure(
        id,
        "Receptive fields",
        "What each neuron has learned to answer to: its weights from the image, bright for strong.",
        new ImageGrid(width, weights.sources() / width, images, List.of()));
  }

  /**
   * Points in the plane, colored by their classes.
   *
   * @param caption says what the points are
   * @param map of them, as {@link LabeledPoints#map} makes it
   * @param labels one a point
   */
  public static Figure map(String id, String title, String caption, double[][] map, int[] labels) {
    int classes = Arrays.stream(labels).max().orElse(0) + 1;
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    Mark points = new Mark.Scatter("samples", map[0], map[1], labels, names);
    return new Figure(
        id,
        title,
        caption,
        new Chart(Axis.of("t-SNE 1", ""), Axis.of("t-SNE 2", ""), List.of(points)));
  }

  /**
   * Things around the place of their own class, colored by the class that they were given: where
   * colors are mixed, classes are confused.
   *
   * @param classes names
   * @param own class of each thing
   * @param given class of each thing
   * @since 1.1
   */
  public static Figure confusions(
      String id, String title, String caption, List<String> classes, int[] own, int[] given) {
    double[] x = new double[own.length];
    double[] y = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      double side = 2 * Math.PI * own[i] / classes.size();
      double turn = GOLDEN_ANGLE * i; // spreads them evenly
      double reach = 0.08 * Math.sqrt(1 + i % 26);
      x[i] = Math.cos(side) + reach * Math.cos(turn);
      y[i] = Math.sin(side) + reach * Math.sin(turn);
    }
    Mark things = new Mark.Scatter("samples", x, y, given, classes);
    return new Figure(
        id, title, caption, new Chart(Axis.of("", ""), Axis.of("", ""), List.of(things)));
  }
}
