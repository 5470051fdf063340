package dev.glia.signal.files;

import dev.glia.api.signal.SignalRecording;
import java.nio.file.Path;

/** BrainVision recordings: a header, and the data and markers beside it. */
public final class BrainVision {
  private BrainVision() {}

  /**
   * Opens a recording by its header; samples are read when they're asked for. Only files of the
   * header's folder are opened.
   *
   * @throws dev.glia.api.component.Fault INPUT, naming file, line or offset, and field
   */
  public static SignalRecording open(Path header) {
    try (Source source = Source.of(header)) {
      String name = header.getFileName().toString();
      String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
      return new BrainVisionRecording(
          source, base, beside -> Source.of(header.resolveSibling(beside)));
    }
  }
}
