package dev.glia.signal.files;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import dev.glia.signal.recording.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final int MOST_CHANNELS = 100_000;

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
    return recording(NpyArray.read(file), file.toString(), parameters);
  }

  static SignalRecording recording(NpyArray array, String file, Parameters parameters) {
    int[] shape = array.shape();
    if (shape.length < 1 || shape.length > 2) {
      throw Fault.input(
          file + ": an array of " + shape.length + " dimensions; channels × samples has 2.");
    }
    boolean turned = shape.length == 2 && parameters.text("order").equals("samples-first");
    int rows = shape.length == 1 ? 1 : shape[0];
    int columns = shape[shape.length - 1];
    int channels = turned ? columns : rows;
    int samples = turned ? rows : columns;
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw Fault.input(
          file
              + ": shape "
              + rows
              + " × "
              + columns
              + " would be "
              + channels
              + " channels. Try --set order="
              + (turned ? "channels-first" : "samples-first")
              + ".");
    }
    Units unit = Units.of(parameters.text("unit"));
    double rate = parameters.number("rate");
    List<Channel> described = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      double[] of = new double[samples];
      for (int i = 0; i < samples; i++) {
        of[i] = array.values()[turned ? i * columns + c : c * columns + i] * unit.scale();
      }
      values.add(of);
      described.add(Units.channel("channel " + (c + 1), parameters.text("unit"), rate, samples));
    }
    return new MemoryRecording(
        described,
        values,
        samples == 0 ? List.of() : List.of(new Stretch(0, samples / rate)),
        List.of(),
        SensorGeometry.NONE,
        Map.of("format", "NumPy"));
  }
}
