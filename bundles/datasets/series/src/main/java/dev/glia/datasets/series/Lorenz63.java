package dev.glia.datasets.series;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.equations.Range;
import org.osgi.service.component.annotations.Component;

/**
 * Lorenz's equations of convection (1963, doi:10.1175/1520-0469(1963)020&lt;0130:DNF&gt;2.0.CO;2),
 * σ = 10, ρ = 28, β = 8/3, by fourth-order Runge–Kutta steps of 0.03 from (1, 1, 1), without the
 * first {@code skip} steps. Each component is moved and stretched to [-1, 1]. The input is x; to be
 * predicted are x, y and z of the next step.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=lorenz63", DatasetSource.VERSION + "=1.0.0"})
public final class Lorenz63 extends SeriesSource {
  private static final double STEP = 0.03;

  public Lorenz63() {
    super(
        "lorenz63",
        "Lorenz's chaotic flow, all of it to be predicted from one component",
        "doi:10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2",
        ParameterSchema.integer(
            "skip",
            "300",
            new Range(0, false, 1_000_000, false),
            "steps before the series begins"));
  }

  @Override
  double[][] make(int steps, Parameters parameters) {
    double[][] components = new double[3][steps + 1];
    double[] state = {1, 1, 1};
    int skip = parameters.integer("skip");
    for (int t = 0; t < skip + steps + 1; t++) {
      for (int c = 0; c < 3 && t >= skip; c++) {
        components[c][t - skip] = state[c];
      }
      state = step(state, STEP);
    }
    double[] x = scaled(components[0]);
    double[] y = scaled(components[1]);
    double[] z = scaled(components[2]);
    double[][] rows = new double[steps][];
    for (int t = 0; t < steps; t++) {
      rows[t] = new double[] {x[t], x[t + 1], y[t + 1], z[t + 1]};
    }
    return rows;
  }

  static double[] step(double[] s, double h) {
    double[] k1 = slope(s);
    double[] k2 = slope(moved(s, k1, h / 2));
    double[] k3 = slope(moved(s, k2, h / 2));
    double[] k4 = slope(moved(s, k3, h));
    double[] next = new double[3];
    for (int c = 0; c < 3; c++) {
      next[c] = s[c] + h / 6 * (k1[c] + 2 * k2[c] + 2 * k3[c] + k4[c]);
    }
    return next;
  }

  private static double[] moved(double[] s, double[] slope, double by) {
    return new double[] {s[0] + by * slope[0], s[1] + by * slope[1], s[2] + by * slope[2]};
  }

  private static double[] slope(double[] s) {
    return new double[] {
      10 * (s[1] - s[0]), s[0] * (28 - s[2]) - s[1], s[0] * s[1] - 8.0 / 3 * s[2]
    };
  }
}
