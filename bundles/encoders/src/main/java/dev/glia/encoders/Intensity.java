package dev.glia.encoders;

import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.equations.Range;

/** How bright each value of a sample is: {@code v / 255 * strength}, maybe normalized before. */
final class Intensity {
  private static final double FULL = 255;

  static final ParameterSchema MEAN =
      ParameterSchema.quantity(
          "mean",
          "0",
          new Range(0, false, Double.POSITIVE_INFINITY, true),
          "if above 0, every sample is scaled so that its values have this mean, of 255");

  private Intensity() {}

  /**
   * One number a neuron.
   *
   * @param parameters with {@link #MEAN} among them
   * @throws Fault if there aren't as many values as neurons, or one of them is not finite
   */
  static double[] of(
      Sample sample, Presentation presentation, Parameters parameters, String encoder) {
    float[] values = sample.values();
    if (values.length != presentation.neurons()) {
      throw Fault.input(
          encoder
              + ": a sample has "
              + values.length
              + " values, but the driven population has "
              + presentation.neurons()
              + " neurons. Set its size to "
              + values.length
              + ".");
    }
    double scale = scale(values, parameters.number(MEAN.name())) * presentation.strength() / FULL;
    double[] intensities = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw Fault.input(
            encoder + ": value " + i + " of a sample is " + values[i] + ", expected 0 to 255.");
      }
      intensities[i] = values[i] * scale;
    }
    return intensities;
  }

  private static double scale(float[] values, double wantedMean) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return wantedMean > 0 && sum > 0 ? wantedMean * values.length / sum : 1;
  }
}
