package dev.glia.encoders;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.equations.Range;
import org.osgi.service.component.annotations.Component;

/**
 * A square image moves along a triangle, as before the camera that recorded N-MNIST (Orchard et al.
 * 2015), and where a pixel gets brighter, the neuron behind it spikes.
 *
 * <p>The image (0 to 255, taken as 0 to 1) goes from (-1, -1) to (0, 1), (1, -1) and back, times
 * {@code shift} pixels, in as many steps as the presentation has ticks, and is interpolated
 * bilinearly on the way. A pixel remembers the intensity of its last event, or the first one; a
 * change by more than {@code threshold} is an event, and only brighter ones are spikes. The driven
 * population sees the middle of the image: its size is a square, one neuron a pixel, row by row.
 */
@Component(property = {Encoder.ID + "=saccade-events", Encoder.VERSION + "=1.0.0"})
public final class SaccadeEvents implements Encoder {
  private static final double[][] CORNERS = {{-1, -1}, {0, 1}, {1, -1}, {-1, -1}};
  private static final double FULL = 255;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "saccade-events",
          "1.0.0",
          "Spikes where an image that moves in saccades gets brighter",
          "doi:10.3389/fnins.2015.00437",
          ParameterSchema.quantity(
              "shift", "3.5", new Range(0, true, 100, false), "half of the triangle, in pixels"),
          ParameterSchema.quantity(
              "threshold",
              "0.15",
              new Range(0, true, 1, false),
              "change of intensity, of 1, that makes an event"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String drives() {
    return "spike-source";
  }

  @Override
  public void encode(
      Sample sample, Presentation presentation, Parameters parameters, EncodingSink into) {
    int side = side(sample.values().length, "the sample has " + sample.values().length + " values");
    int seen = side(presentation.neurons(), "the population has " + presentation.neurons());
    double shift = parameters.number("shift");
    double threshold = parameters.number("threshold") * FULL;
    double margin = (side - seen) / 2.0;
    double[] told = new double[seen * seen];
    for (int tick = 0; tick <= presentation.ticks(); tick++) {
      double way = 3.0 * tick / presentation.ticks();
      double dx = shift * along(way, 0) - margin;
      double dy = shift * along(way, 1) - margin;
      for (int pixel = 0; pixel < told.length; pixel++) {
        double now = at(sample.values(), side, pixel % seen - dx, pixel / seen - dy);
        if (tick == 0) {
          told[pixel] = now;
        } else if (Math.abs(now - told[pixel]) > threshold) {
          if (now > told[pixel]) {
            into.spike(tick, pixel);
          }
          told[pixel] = now;
        }
      }
    }
  }

  private static int side(int size, String what) {
    int side = (int) Math.round(Math.sqrt(size));
    if (side * side != size) {
      throw Fault.input("saccade-events: " + what + ", which is no square. Use square images.");
    }
    return side;
  }

  private static double along(double way, int axis) {
    int from = Math.min((int) way, 2);
    double part = way - from;
    return CORNERS[from][axis] * (1 - part) + CORNERS[from + 1][axis] * part;
  }

  /** Bilinear; dark outside. */
  private static double at(float[] image, int side, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = x - column;
    double below = y - row;
    return (1 - below) * (1 - right) * pixel(image, side, column, row)
        + (1 - below) * right * pixel(image, side, column + 1, row)
        + below * (1 - right) * pixel(image, side, column, row + 1)
        + below * right * pixel(image, side, column + 1, row + 1);
  }

  private static double pixel(float[] image, int side, int column, int row) {
    boolean inside = column >= 0 && column < side && row >= 0 && row < side;
    return inside ? image[row * side + column] : 0;
  }
}
