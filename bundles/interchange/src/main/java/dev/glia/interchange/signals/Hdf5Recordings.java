package dev.glia.interchange.signals;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.interchange.hdf5.Hdf5Reader;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Reads a time series of an NWB file, or of a plain HDF5 file: {@code data} as a matrix of samples
 * × channels, or as a group with a data set for each channel.
 *
 * <p>The whole file is read into memory when it's opened.
 */
@Component(property = {RecordingReader.ID + "=hdf5", RecordingReader.VERSION + "=1.0.0"})
public final class Hdf5Recordings implements RecordingReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.READER,
          "hdf5",
          "1.0.0",
          "HDF5: a time series of an NWB file, or plain data sets",
          "doi:10.7554/eLife.78362",
          ParameterSchema.text("series", "first", "path of the time series: /acquisition/lfp"),
          ParameterSchema.quantity(
              "rate",
              "1 kHz",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "samples a second, where a plain file doesn't say"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> endings() {
    return List.of("nwb", "h5", "hdf5");
  }

  @Override
  public SignalRecording open(Path file, Parameters parameters) {
    return new TimeSeries(
            file.toString(),
            Hdf5Reader.readWithAttributes(file),
            parameters.text("series"),
            parameters.number("rate"))
        .recording();
  }
}
