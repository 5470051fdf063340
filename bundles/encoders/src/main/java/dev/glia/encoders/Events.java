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
 * The address events of a sample become spikes of the neurons with their addresses.
 *
 * <p>An event at time t is a spike at the end of the tick that holds {@code t / speed}; several of
 * one address in a tick are one spike, and events after the end of the presentation are left out.
 * The presentation's strength has no effect.
 */
@Component(property = {Encoder.ID + "=events", Encoder.VERSION + "=1.0.0"})
public final class Events implements Encoder {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ENCODER,
          "events",
          "1.0.0",
          "Spikes at the address events of a sample",
          "",
          ParameterSchema.quantity(
              "speed",
              "1",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "how much faster than recorded the events are played"));

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
    double ticksPerSecond = 1 / (presentation.dt() * parameters.number("speed"));
    SpikeSchedule schedule = new SpikeSchedule(presentation.ticks(), sample.events().length);
    for (Sample.Event event : sample.events()) {
      if (event.address() < 0 || event.address() >= presentation.neurons()) {
        throw Fault.input(
            "events: a sample has an event of address "
                + event.address()
                + ", but the driven population has neurons 0 to "
                + (presentation.neurons() - 1)
                + ". Make it as large as the data set's shape says.");
      }
      if (event.seconds() >= 0) {
        schedule.add(Math.floor(event.seconds() * ticksPerSecond) + 1, event.address());
      }
    }
    schedule.emit(into);
  }
}
