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
}
