package dev.glia.signal.files;

import dev.glia.api.signal.SignalRecording;
import java.nio.file.Path;

/** EDF, EDF+ (continuous or not) and BDF: the file's first bytes tell which. */
public final class Edf {
  private Edf() {}

  /**
   * Opens a file; samples are read from it when they're asked for.
   *
   * @throws dev.glia.api.component.Fault INPUT, naming file, offset and field
   */
  public static SignalRecording open(Path file) {
    return open(Source.of(file));
  }

  static SignalRecording open(Source source) {
    try {
      return new EdfRecording(source);
    } catch (RuntimeException | Error failed) {
      source.close();
      throw failed;
    }
  }
}
