package dev.glia.datasets.series;

import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.random.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * The tenth-order non-linear moving average (Atiya and Parlos 2000, doi:10.1109/72.846741):
 *
 * <pre>y(t) = 0.3 y(t-1) + 0.05 y(t-1) Σ_{i=1..10} y(t-i) + 1.5 u(t-10) u(t-1) + 0.1</pre>
 *
 * with u uniform in [0, 0.5]. The input is 4u - 1, in [-1, 1]; to be predicted is y. Some inputs
 * make y run away; then others are drawn, from the next stream, until it stays below 1.
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=narma-10", DatasetSource.VERSION + "=1.0.0"})
public final class Narma10 extends SeriesSource {
  private static final int ORDER = 10;

  public Narma10() {
    super(
        "narma-10",
        "Non-linear moving average of tenth order, to be computed from its input",
        "doi:10.1109/72.846741",
        SEED);
  }

  @Override
  double[][] make(int steps, Parameters parameters) {
    for (int attempt = 0; ; attempt++) {
      double[] u = new double[steps];
      RandomStream random = random(parameters, attempt);
      for (int t = 0; t < steps; t++) {
        u[t] = 0.5 * random.nextDouble();
      }
      double[] y = outputs(u);
      if (y[steps - 1] < 1) {
        double[][] rows = new double[steps][];
        for (int t = 0; t < steps; t++) {
          rows[t] = new double[] {4 * u[t] - 1, y[t]};
        }
        return rows;
      }
    }
  }

  /** From rest; once at 1 or above it stays infinite. */
  static double[] outputs(double[] u) {
    double[] y = new double[u.length];
    for (int t = 1; t < y.length; t++) {
      double sum = 0;
      for (int i = 1; i <= Math.min(t, ORDER); i++) {
        sum += y[t - i];
      }
      double old = t >= ORDER ? u[t - ORDER] : 0;
      y[t] = 0.3 * y[t - 1] + 0.05 * y[t - 1] * sum + 1.5 * old * u[t - 1] + 0.1;
      y[t] = y[t] < 1 ? y[t] : Double.POSITIVE_INFINITY;
    }
    return y;
  }
}
