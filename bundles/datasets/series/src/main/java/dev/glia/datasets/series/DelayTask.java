package dev.glia.datasets.series;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Independent numbers, uniform in [-1, 1]; to be predicted are those of 1 to {@code delays} steps
 * before (0 before the series begins): the task of memory capacity (Jaeger 2001, GMD report 152).
 */
@Component(
    service = DatasetSource.class,
    property = {DatasetSource.ID + "=delay-task", DatasetSource.VERSION + "=1.0.0"})
public final class DelayTask extends SeriesSource {
  public DelayTask() {
    super(
        "delay-task",
        "Random numbers, to be remembered for some steps",
        "doi:10.24406/publica-fhg-291107",
        ParameterSchema.integer("delays", "60", new Range(1, false, 1000, false), "longest delay"),
        SEED);
  }

  @Override
  double[][] make(int steps, Parameters parameters) {
    int delays = parameters.integer("delays");
    RandomStream random = random(parameters, 0);
    double[][] rows = new double[steps][delays + 1];
    for (int t = 0; t < steps; t++) {
      rows[t][0] = 2 * random.nextDouble() - 1;
      for (int k = 1; k <= Math.min(t, delays); k++) {
        rows[t][k] = rows[t - k][0];
      }
    }
    return rows;
  }
}
