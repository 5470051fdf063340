package dev.glia.datasets.series;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.equations.Range;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/**
 * The delay equation of Mackey and Glass (1977, doi:10.1126/science.267326):
 *
 * <pre>dx/dt = 0.2 x(t-17)/(1 + x(t-17)^10) - 0.1 x</pre>
 *
 * by fourth-order Runge–Kutta steps of 1 in which the delayed term is held, from x = 1.2. All is
 * moved and stretched to [-1, 1]. The input is x; to be predicted are the next step and the one
 * {@code horizon} ahead.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=mackey-glass", DatasetSource.VERSION + "=1.0.0"})
public final class MackeyGlass extends SeriesSource {
  private static final int DELAY = 17;

  public MackeyGlass() {
    super(
        "mackey-glass",
        "A chaotic delay equation, to be predicted one and more steps ahead",
        "doi:10.1126/science.267326",
        ParameterSchema.integer(
            "horizon",
            "84",
            new Range(1, false, 10_000, false),
            "steps ahead of the second target"),
        ParameterSchema.integer(
            "skip", "0", new Range(0, false, 1_000_000, false), "steps before the series begins"));
  }

  @Override
  double[][] make(int steps, Parameters parameters) {
    int horizon = parameters.integer("horizon");
    int skip = parameters.integer("skip");
    double[] x =
        scaled(Arrays.copyOfRange(solve(skip + steps + horizon), skip, skip + steps + horizon));
    double[][] rows = new double[steps][];
    for (int t = 0; t < steps; t++) {
      rows[t] = new double[] {x[t], x[t + 1], x[t + horizon]};
    }
    return rows;
  }

  static double[] solve(int steps) {
    double[] x = new double[steps];
    for (int t = 0; t < steps; t++) {
      if (t == 0) {
        x[t] = 1.2;
        continue;
      }
      double late = t - 1 >= DELAY ? x[t - 1 - DELAY] : 0;
      double held = 0.2 * late / (1 + StrictMath.pow(late, 10));
      double k1 = held - 0.1 * x[t - 1];
      double k2 = held - 0.1 * (x[t - 1] + k1 / 2);
      double k3 = held - 0.1 * (x[t - 1] + k2 / 2);
      double k4 = held - 0.1 * (x[t - 1] + k3);
      x[t] = x[t - 1] + (k1 + 2 * k2 + 2 * k3 + k4) / 6;
    }
    return x;
  }
}
