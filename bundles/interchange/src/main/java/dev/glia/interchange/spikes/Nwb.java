package dev.glia.interchange.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.osgi.service.component.annotations.Component;

/**
 * Spikes as an NWB file, {@code spikes.nwb}: a unit for each recorded neuron, with its population
 * and number.
 *
 * <p>A simulation has no date, and equal runs leave equal files: the session's start is 1970 unless
 * it's given.
 */
@Component(property = {Analyzer.ID + "=nwb", Analyzer.VERSION + "=1.0.0"})
public final class Nwb implements Analyzer {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "nwb",
          "1.0.0",
          "Writes all recorded spikes as units of a Neurodata Without Borders file",
          "doi:10.7554/eLife.78362",
          ParameterSchema.text(
              "description", "Spikes of a network simulated with Glia", "of the session"),
          ParameterSchema.text(
              "start",
              "1970-01-01T00:00:00Z",
              "when the session began, with its time zone: 2026-11-24T10:00:00+01:00"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    OffsetDateTime start = start(parameters.text("start"));
    UnitTable units = UnitTable.of(recording, Recorded.of(recording, "nwb"));
    byte[] file = new NwbFile(units, parameters.text("description"), start).bytes();
    into.artifact("spikes.nwb", "application/x-nwb", file);
  }

  private static OffsetDateTime start(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException notOne) {
      throw Fault.input(
          "nwb: start: '"
              + text
              + "' isn't a date with time and zone. Try 2026-11-24T10:00:00+01:00.");
    }
  }
}
