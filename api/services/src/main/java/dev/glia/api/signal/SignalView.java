package dev.glia.api.signal;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import dev.glia.api.figure.Figure;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Draws figures of a recording: its first seconds, its spectra. Safe for any thread. */
@ConsumerType
public interface SignalView extends Component {
  /**
   * Draws; reads no more of the recording than it needs.
   *
   * @param parameters by the descriptor's schema
   * @return none if the recording has nothing to draw
   */
  List<Figure> figures(SignalRecording recording, Parameters parameters);
}
