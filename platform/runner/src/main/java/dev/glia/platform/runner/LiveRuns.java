package dev.glia.platform.runner;

import dev.glia.v1.Intervention;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The runs that go on in this container, and how they are changed: an OSGi service. */
@ProviderType
public interface LiveRuns {
  /** Ids of all of them. */
  List<String> ids();

  /**
   * Changes a run at its next tick boundary, or with a task before its next sample, and waits for
   * that. Safe for any thread but the run's own.
   *
   * @return one line for people: what was done, when, how long it took
   * @throws dev.glia.api.component.Fault INPUT if there's no such run here, or it can't be changed
   *     so, which leaves it as it was; EXTERNAL if that takes too long, and it may still happen
   */
  String intervene(String run, Intervention what, Duration within);
}
