package dev.glia.datasets.series;

import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;

/** Steps of a series, a row each. */
record Steps(double[][] rows) implements Dataset {
  @Override
  public long size() {
    return rows.length;
  }

  @Override
  public int[] shape() {
    return new int[] {rows[0].length};
  }

  @Override
  public int classes() {
    return 0;
  }

  @Override
  public Sample sample(long index) {
    double[] row = rows[Math.toIntExact(index)];
    float[] values = new float[row.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = (float) row[j];
    }
    return Sample.of(values, -1);
  }

  @Override
  public void close() {}
}
