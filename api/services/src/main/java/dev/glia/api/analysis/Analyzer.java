package dev.glia.api.analysis;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns what a run recorded into results. Safe for any thread. */
@ConsumerType
public interface Analyzer extends Component {
  /**
   * Analyzes a finished run.
   *
   * @throws dev.glia.api.component.Fault if the recording lacks what it needs, naming the probe to
   *     add
   */
  void analyze(Recording recording, Parameters parameters, ResultSink into);
}
