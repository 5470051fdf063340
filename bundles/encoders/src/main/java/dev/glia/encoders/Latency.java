package dev.glia.encoders;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.equations.Range;
import org.osgi.service.component.annotations.Component;

/**
 * One spike a neuron, the earlier the brighter.
 *
 * <p>The time is the one at which a membrane with time constant tau, charged from 0 by the
 * intensity {@code x = v / 255 * strength}, reaches a threshold: {@code t = tau * ln(x / (x -
 * threshold))}. At or below the threshold, and where t is past the end of the presentation, there's
 * no spike. Times are rounded to ticks; the first possible one is tick 1.
 */
@Component(property = {Encoder.ID + "=latency", Encoder.VERSION + "=1.0.0"})
public final class Latency implements Encoder {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "latency",
          "1.0.0",
          "One spike a value, the earlier the larger: tau * ln(x / (x - threshold)), x = v / 255",
          "doi:10.1162/neco_a_01367",
          ParameterSchema.quantity(
              "tau",
              "50 ms",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "time constant of the charging"),
          ParameterSchema.quantity(
              "threshold",
              "0.2",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "intensity, of 1, that never spikes"),
          Intensity.MEAN);

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
    double[] intensities = Intensity.of(sample, presentation, parameters, "latency");
    double ticksOfTau = parameters.number("tau") / presentation.dt();
    double threshold = parameters.number("threshold");
    SpikeSchedule schedule = new SpikeSchedule(presentation.ticks(), intensities.length);
    for (int i = 0; i < intensities.length; i++) {
      double x = intensities[i];
      if (x > threshold) {
        // log1p keeps short latencies apart, where x / (x - threshold) is nearly 1
        double tick = Math.rint(ticksOfTau * StrictMath.log1p(threshold / (x - threshold)));
        schedule.add(Math.max(1, tick), i);
      }
    }
    schedule.emit(into);
  }
}
