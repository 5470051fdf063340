package dev.glia.recordings;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.signal.files.Edf;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Reads EDF and EDF+, continuous or not, and BDF: the file's first bytes tell which. */
@Component(property = {RecordingReader.ID + "=edf", RecordingReader.VERSION + "=1.0.0"})
public final class EdfReader implements RecordingReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.READER,
          "edf",
          "1.0.0",
          "European Data Format: EDF, EDF+ (continuous or not), BioSemi's BDF",
          "doi:10.1016/S1388-2457(03)00123-8");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> endings() {
    return List.of("edf", "bdf", "rec");
  }

  @Override
  public SignalRecording open(Path file, Parameters parameters) {
    return Edf.open(file);
  }
}
