package dev.glia.platform.report;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Figures that a study of classification has. */
final class StudyFigures {
  private static final Axis ACCURACY = Axis.of("accuracy", "");

  private StudyFigures() {}

  static List<Figure> all() {
    return List.of(
        accuracyCurve(), receptiveFields(), conditions(), embedding(), confusion(), window());
  }

  private static Figure accuracyCurve() {
    double[] x = Curve.steps(0, 5_000, 51);
    double[] mean = Curve.of(x, v -> 0.77 - 0.67 * Math.exp(-v / 700) + 0.01 * Math.sin(v / 130));
    double[] no = Curve.of(x, v -> 0.61 - 0.5 * Math.exp(-v / 500) + 0.012 * Math.cos(v / 170));
    return new Figure(
        "accuracy-curve",
        "Accuracy over presentations",
        "Mean of three seeds; the band is one standard deviation.",
        new Content.Chart(
            Axis.of("presentations", ""),
            ACCURACY,
            List.of(
                new Mark.Band(
                    "full", x, Curve.of(mean, v -> v - 0.02), Curve.of(mean, v -> v + 0.02)),
                new Mark.Line("full", x, mean),
                new Mark.Line("no scaling", x, no),
                new Mark.Level("bar", 0.7),
                new Mark.Level("chance", 0.1))));
  }

  private static Figure receptiveFields() {
    Random random = new Random(1);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      double cx = 9 + 10 * random.nextDouble();
      double cy = 9 + 10 * random.nextDouble();
      double turn = Math.PI * random.nextDouble();
      float[] image = new float[28 * 28];
      for (int p = 0; p < image.length; p++) {
        double u = (p % 28 - cx) * Math.cos(turn) + (p / 28 - cy) * Math.sin(turn);
        double v = (p / 28 - cy) * Math.cos(turn) - (p % 28 - cx) * Math.sin(turn);
        image[p] = (float) (Math.exp(-u * u / 8 - v * v / 70) + 0.05 * random.nextDouble());
      }
      images.add(image);
    }
    return new Figure(
        "receptive-fields",
        "Receptive fields",
        "Weights from the input to each of 64 hidden neurons.",
        new Content.ImageGrid(28, 28, images, List.of()));
  }

  private static Figure conditions() {
    return new Figure(
        "conditions",
        "Accuracy by condition",
        "What each ablation costs.",
        new Content.Bars(
            ACCURACY,
            List.of("full", "no scaling", "no adaptive threshold", "random teacher"),
            List.of(
                new BarSeries(
                    "train",
                    new double[] {0.781, 0.63, 0.35, 0.09},
                    new double[] {0.010, 0.02, 0.06, 0.02}),
                new BarSeries(
                    "test",
                    new double[] {0.766, 0.617, 0.342, 0.066},
                    new double[] {0.012, 0.021, 0.05, 0.01}))));
  }

  private static Figure embedding() {
    Random random = new Random(2);
    int n = 1_000;
    double[] x = new double[n];
    double[] y = new double[n];
    int[] groups = new int[n];
    for (int i = 0; i < n; i++) {
      groups[i] = i % 10;
      double angle = groups[i] * 2 * Math.PI / 10;
      x[i] = 22 * Math.cos(angle) + 4 * random.nextGaussian();
      y[i] = 22 * Math.sin(angle) + 4 * random.nextGaussian();
    }
    List<String> classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new Figure(
        "embedding",
        "Hidden activity",
        "t-SNE of the hidden neurons' spike counts, by digit.",
        new Content.Chart(
            Axis.of("first dimension", ""),
            Axis.of("second dimension", ""),
            List.of(new Mark.Scatter("", x, y, groups, classes))));
  }

  private static Figure confusion() {
    Random random = new Random(4);
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i % 11 == 0 ? 75 + random.nextInt(30) : random.nextInt(8);
    }
    List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new Figure(
        "confusion",
        "Confusion matrix",
        "How often each digit was taken for which.",
        new Content.Matrix(
            "shown", names, "answered", names, values, Axis.of("presentations", "")));
  }

  private static Figure window() {
    double[] x = Curve.steps(-60, 60, 121);
    return new Figure(
        "stdp-window",
        "STDP window",
        "Change of a weight for a pair of spikes at a distance.",
        new Content.Chart(
            Axis.of("time of post − pre", "ms"),
            Axis.of("change of weight", ""),
            List.of(new Mark.Line("", x, Curve.of(x, v -> 5e-4 * Math.exp(-Math.abs(v) / 20))))));
  }
}
