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
 * Regular spikes, the denser the brighter, without chance.
 *
 * <p>The intensity {@code x = v / 255 * strength} charges an integrator by {@code x * gain * dt} a
 * tick, from 0; where its charge is above the threshold, it spikes and is emptied. Negative values
 * never spike.
 */
@Component(property = {Encoder.ID + "=regular-rate", Encoder.VERSION + "=1.0.0"})
public final class RegularRate implements Encoder {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "regular-rate",
          "1.0.0",
          "Regular spikes of integrators that a sample's values charge",
          "arXiv:2506.14138",
          ParameterSchema.quantity(
              "gain",
              "100 Hz",
              new Range(0, false, Double.POSITIVE_INFINITY, true),
              "charge a second of a value of 255 at strength 1"),
          ParameterSchema.quantity(
              "threshold",
              "0.5",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "charge above which it spikes"),
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
    double[] intensities = Intensity.of(sample, presentation, parameters, "regular-rate");
    double gain = parameters.number("gain") * presentation.dt();
    double threshold = parameters.number("threshold");
    double[] charge = new double[intensities.length];
    for (int tick = 1; tick <= presentation.ticks(); tick++) {
      for (int i = 0; i < charge.length; i++) {
        charge[i] += gain * intensities[i];
        if (charge[i] > threshold) {
          charge[i] = 0;
          into.spike(tick, i);
        }
      }
    }
  }
}
