package dev.glia.platform.report;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Figures that the run of an experiment has. */
final class RunFigures {
  private RunFigures() {}

  static List<Figure> all() {
    return List.of(raster(), trace(), histogram(), heatMap(), topography(), longRaster());
  }

  private static Figure raster() {
    return raster("raster", 1_200);
  }

  private static Figure longRaster() {
    return raster("long-raster", 40_000);
  }

  private static Figure raster(String id, int spikes) {
    Random random = new Random(5);
    double[] x = new double[spikes];
    int[] rows = new int[spikes];
    for (int i = 0; i < spikes; i++) {
      x[i] = 1_000 * random.nextDouble();
      rows[i] = random.nextInt(200);
    }
    return new Figure(
        id,
        "Spikes",
        "A tick a spike.",
        new Content.Chart(
            Axis.of("time", "ms"), Axis.of("neuron", ""), List.of(new Mark.Raster("", x, rows))));
  }

  private static Figure trace() {
    double[] x = Curve.steps(0, 200, 20_001);
    return new Figure(
        "trace",
        "Membrane potential",
        "Three neurons under the same drive.",
        new Content.Chart(
            Axis.of("time", "ms"),
            Axis.of("membrane potential", "mV"),
            List.of(
                new Mark.Line("neuron 0", x, Curve.of(x, v -> -65 + 15 * (v % 31) / 31)),
                new Mark.Line("neuron 1", x, Curve.of(x, v -> -65 + 15 * (v % 23) / 23)),
                new Mark.Moment("1", 20),
                new Mark.Level("threshold", -50))));
  }

  private static Figure histogram() {
    double[] edges = Curve.steps(0, 50, 26);
    double[] counts =
        Curve.of(Arrays.copyOf(edges, 25), v -> 900 * Math.exp(-Math.pow(v - 15, 2) / 90));
    return new Figure(
        "rates",
        "Firing rates",
        "Neurons by their mean rate.",
        new Content.Chart(
            Axis.of("rate", "Hz"),
            Axis.of("neurons", ""),
            List.of(new Mark.Histogram("excitatory", edges, counts))));
  }

  private static Figure heatMap() {
    double[] values = new double[40 * 100];
    for (int i = 0; i < values.length; i++) {
      double t = i % 100 / 100.0;
      double f = i / 100 / 40.0;
      values[i] = Math.exp(-Math.pow(f - 0.3 - 0.3 * t, 2) / 0.01) + 0.3 * Math.sin(20 * t) * f;
    }
    return new Figure(
        "spectrogram",
        "Spectrogram",
        "A rising tone.",
        new Content.HeatMap(
            Axis.of("time", "s"),
            Axis.of("frequency", "Hz"),
            Axis.of("power", "µV²/Hz"),
            40,
            100,
            values,
            new double[] {0, 1},
            new double[] {2, 45}));
  }

  private static Figure topography() {
    int n = 19;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] values = new double[n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double r = i == 0 ? 0 : i < 7 ? 0.45 : 0.88;
      double angle = i < 7 ? i * Math.PI / 3 : i * Math.PI / 6;
      x[i] = r * Math.sin(angle);
      y[i] = r * Math.cos(angle);
      values[i] = 4 * y[i] - 2 * x[i] * x[i];
      names.add("E" + i);
    }
    return new Figure(
        "topography",
        "Alpha power",
        "Strongest at the back.",
        new Content.TopographicMap(names, x, y, values, Axis.of("power", "dB")));
  }
}
