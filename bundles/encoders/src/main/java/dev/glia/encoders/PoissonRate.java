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
 * A value v of 0 to 255 becomes a Poisson process of the rate {@code v / 255 * max_rate *
 * strength}: the brighter a pixel, the more spikes.
 */
@Component(property = {Encoder.ID + "=poisson-rate", Encoder.VERSION + "=1.0.0"})
public final class PoissonRate implements Encoder {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "poisson-rate",
          "1.0.0",
          "Poisson spikes whose rate is proportional to a sample's values",
          "doi:10.3389/fncom.2015.00099",
          ParameterSchema.quantity(
              "max_rate",
              "63.75 Hz",
              new Range(0, false, Double.POSITIVE_INFINITY, true),
              "rate of a value of 255 at strength 1"),
          Intensity.MEAN);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String drives() {
    return "poisson";
  }

  @Override
  public void encode(
      Sample sample, Presentation presentation, Parameters parameters, EncodingSink into) {
    double[] rates = Intensity.of(sample, presentation, parameters, "poisson-rate");
    double maxRate = parameters.number("max_rate");
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] < 0) {
        throw Fault.input(
            "poisson-rate: value "
                + i
                + " of a sample is "
                + sample.values()[i]
                + ", and a rate can't be negative. Take direct-current for values of both signs.");
      }
      rates[i] *= maxRate;
    }
    into.parameter("rate", rates);
  }
}
