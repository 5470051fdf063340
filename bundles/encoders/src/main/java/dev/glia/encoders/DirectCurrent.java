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
 * A value v of 0 to 255 becomes a constant current {@code v / 255 * amplitude * strength} while the
 * sample is presented.
 *
 * <p>It drives a parameter of any model: one of its own ({@code i_ext}), or the amplitude of a
 * current that the experiment lists under {@code inputs} with a name ({@code image.amplitude}).
 */
@Component(property = {Encoder.ID + "=direct-current", Encoder.VERSION + "=1.0.0"})
public final class DirectCurrent implements Encoder {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "direct-current",
          "1.0.0",
          "A constant current proportional to a sample's values",
          "",
          ParameterSchema.quantity(
              "amplitude", "1 nA", Range.ANY, "current of a value of 255 at strength 1"),
          ParameterSchema.text(
              "parameter",
              "i_ext",
              "what it sets: a parameter of the model, or name.amplitude of a current under"
                  + " inputs"),
          Intensity.MEAN);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Any model that has the parameter. */
  @Override
  public String drives() {
    return "";
  }

  @Override
  public void encode(
      Sample sample, Presentation presentation, Parameters parameters, EncodingSink into) {
    double[] currents = Intensity.of(sample, presentation, parameters, "direct-current");
    double amplitude = parameters.number("amplitude");
    for (int i = 0; i < currents.length; i++) {
      currents[i] *= amplitude;
    }
    into.parameter(parameters.text("parameter"), currents);
  }
}
