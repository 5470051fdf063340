package dev.glia.api.signal;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A file format of recordings. Safe for any thread. */
@ConsumerType
public interface RecordingReader extends Component {
  /** Endings of its files in lower case, without the dot, the usual one first: {@code edf}. */
  List<String> endings();

  /**
   * Opens a recording. Samples are read when they're asked for, where the format allows it.
   *
   * @param parameters what the file leaves open, by the descriptor's schema
   * @throws dev.glia.api.component.Fault INPUT, naming the file and the offset or field, if it
   *     isn't there, is cut off, or can't be understood; whatever the file holds, nothing else is
   *     thrown, and memory stays bounded
   */
  SignalRecording open(Path file, Parameters parameters);
}
