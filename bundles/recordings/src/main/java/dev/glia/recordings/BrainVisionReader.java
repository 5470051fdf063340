package dev.glia.recordings;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.signal.RecordingReader;
import dev.glia.api.signal.SignalRecording;
import dev.glia.signal.files.BrainVision;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Reads BrainVision recordings: a header, and the data and markers beside it. */
@Component(property = {RecordingReader.ID + "=brainvision", RecordingReader.VERSION + "=1.0.0"})
public final class BrainVisionReader implements RecordingReader {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.READER,
          "brainvision",
          "1.0.0",
          "BrainVision: a header .vhdr, with its .eeg and .vmrk beside it",
          "");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> endings() {
    return List.of("vhdr", "ahdr");
  }

  @Override
  public SignalRecording open(Path file, Parameters parameters) {
    return BrainVision.open(file);
  }
}
