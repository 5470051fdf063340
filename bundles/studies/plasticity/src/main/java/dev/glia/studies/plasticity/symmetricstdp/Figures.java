package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.analysis.Recording.Weights;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Content.ImageGrid;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The study's figures. */
final class Figures {
  private static final int SIDE = 28;
  private static final int MOST_FIELDS = 100;
  private static final double CHANCE = 0.1;

  private Figures() {}

  static Figure receptiveFields(Weights weights) {
    List<float[]> images = new ArrayList<>();
    for (int neuron = 0; neuron < Math.min(weights.targets(), MOST_FIELDS); neuron++) {
      float[] image = new float[weights.sources()];
      for (int pixel = 0; pixel < image.length; pixel++) {
        image[pixel] = weights.weights()[pixel * weights.targets() + neuron];
      }
      images.add(image);
    }
    return new Figure(
        "receptive-fields",
        "Receptive fields",
        "What each hidden neuron has learned to answer to: its weights from the image, bright for"
            + " strong.",
        new ImageGrid(SIDE, images.getFirst().length / SIDE, images, List.of()));
  }

  static Figure map(double[][] points, int[] labels) {
    List<String> classes = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    return new Figure(
        "hidden-activity",
        "Hidden activity by class",
        "Spike counts of the hidden layer for test images, scaled to unit length and mapped by"
            + " t-SNE. Colors are the images' classes.",
        new Chart(
            Axis.of("t-SNE 1", ""),
            Axis.of("t-SNE 2", ""),
            List.of(new Mark.Scatter("test images", points[0], points[1], labels, classes))));
  }

  static List<Figure> overview(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    Map<String, List<Double>> accuracies = new LinkedHashMap<>();
    List<Mark> curves = new ArrayList<>();
    for (Measurement each : table) {
      if (each.numbers().containsKey("accuracy")) {
        accuracies
            .computeIfAbsent(each.cell().condition(), c -> new ArrayList<>())
            .add(each.number("accuracy"));
      }
      Measurement.Series curve = each.series().get("curve");
      if (curve != null) {
        curves.add(new Mark.Line("seed " + each.cell().seed(), curve.x(), curve.y()));
      }
    }
    if (!curves.isEmpty()) {
      curves.add(new Mark.Level("chance", CHANCE));
      figures.add(
          new Figure(
              "accuracy-curve",
              "Accuracy while it learns",
              "Share of test images that are answered rightly, over training images shown.",
              new Chart(Axis.of("images shown", ""), Axis.of("accuracy", ""), curves)));
    }
    if (!accuracies.isEmpty()) {
      figures.add(accuracyBars(accuracies));
    }
    table.stream()
        .filter(each -> each.series().containsKey("window"))
        .findFirst()
        .ifPresent(each -> figures.add(window(each.series().get("window"))));
    return figures;
  }

  private static Figure accuracyBars(Map<String, List<Double>> accuracies) {
    double[] means = new double[accuracies.size()];
    double[] spreads = new double[accuracies.size()];
    int at = 0;
    for (List<Double> values : accuracies.values()) {
      double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
      double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      means[at] = mean;
      spreads[at++] = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }
    return new Figure(
        "accuracy",
        "What each mechanism is worth",
        "Accuracy with everything, and without each mechanism. Chance is "
            + CHANCE
            + ". Error bars are the standard deviation over seeds.",
        new Bars(
            Axis.of("accuracy", ""),
            List.copyOf(accuracies.keySet()),
            List.of(new BarSeries("accuracy", means, spreads))));
  }

  private static Figure window(Measurement.Series window) {
    double[] rule = new double[window.x().length];
    for (int i = 0; i < rule.length; i++) {
      rule[i] = 5e-4 * Math.exp(-Math.abs(window.x()[i]) / 20);
    }
    int[] none = new int[0];
    return new Figure(
        "stdp-window",
        "The symmetric window",
        "Change of a weight by one pair of spikes, as measured on the target, over the time from"
            + " the spike before to the spike after the synapse. Both orders strengthen alike.",
        new Chart(
            Axis.of("lag", "ms"),
            Axis.of("change of weight", ""),
            List.of(
                new Mark.Line("exp(−|lag|/20 ms)", window.x(), rule),
                new Mark.Scatter("measured", window.x(), window.y(), none, List.of()))));
  }
}
