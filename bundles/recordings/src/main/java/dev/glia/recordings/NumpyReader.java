package dev.glia.recordings;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.signal.files.Numpy;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Reads an array as {@code numpy.save} writes it: one channel, or {@code channels × samples}. Rate
 * and unit, which such a file doesn't say, are parameters.
 */
@Component(property = {RecordingReader.ID + "=numpy", RecordingReader.VERSION + "=1.0.0"})
public final class NumpyReader implements RecordingReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.READER,
          "numpy",
          "1.0.0",
          "NumPy: an array of channels × samples",
          "",
          ParameterSchema.quantity(
              "rate",
              "1 kHz",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "samples a second, which the file doesn't say"),
          ParameterSchema.text("unit", "V", "of the numbers: V, uV, fT"),
          ParameterSchema.choice(
              "order", List.of("channels-first", "samples-first"), "what the rows are"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> endings() {
    return List.of("npy");
  }

  @Override
  public SignalRecording open(Path file, Parameters parameters) {
    return Numpy.open(
        file,
        parameters.number("rate"),
        parameters.text("unit"),
        parameters.text("order").equals("samples-first"));
  }
}
