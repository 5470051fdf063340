package dev.glia.reservoir;

import dev.glia.api.data.Dataset;
import java.util.Arrays;

/**
 * A series with what is to be predicted from it; a row a step. Arrays are not to be changed.
 *
 * @param inputs {@code inputs[step][channel]}
 * @param targets {@code targets[step][output]}
 */
public record Series(double[][] inputs, double[][] targets) {
  public Series {
    if (inputs.length != targets.length) {
      throw new IllegalArgumentException(
          inputs.length + " steps of input, " + targets.length + " of targets");
    }
  }

  /**
   * Reads a data set whose samples are steps.
   *
   * @param channels of a sample that are input: the first ones; the others are targets
   */
  public static Series of(Dataset steps, int channels) {
    int length = Math.toIntExact(steps.size());
    double[][] inputs = new double[length][];
    double[][] targets = new double[length][];
    for (int t = 0; t < length; t++) {
      float[] values = steps.sample(t).values();
      double[] row = new double[values.length];
      for (int j = 0; j < row.length; j++) {
        row[j] = values[j];
      }
      inputs[t] = Arrays.copyOf(row, channels);
      targets[t] = Arrays.copyOfRange(row, channels, row.length);
    }
    return new Series(inputs, targets);
  }

  public int length() {
    return inputs.length;
  }
}
