package dev.glia.platform.runner;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.platform.runner.devices.Claim;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told what happens while a run goes on, and asked whether it should stop. Called on the run's
 * thread, between blocks of ticks: must return soon.
 */
@ConsumerType
public interface RunListener {
  /** Hears nothing and never cancels. */
  RunListener SILENT = new RunListener() {};

  /** A split of the task's data was opened; before the run begins or goes on. */
  default void opened(DatasetSource source, String split, Parameters parameters) {}

  /** The run begins or goes on; its directory exists now. */
  default void started(String run, Path directory) {}

  /** Some more is done: at most about ten times a second, and at the end of each phase. */
  default void progress(RunProgress progress) {}

  /** All ticks are run: what was recorded, before it's analyzed. */
  default void recorded(Recording recording) {}

  /** All ticks are run, beside a shadow: how the two came apart. */
  default void compared(ShadowDrift drift) {}

  /** A sentence that a person should see: what will differ on this device, what is fetched. */
  default void message(String text) {}

  /**
   * The run's device belongs to somebody else; asked when that's found, and then about four times a
   * second.
   *
   * @param ahead who comes first, the present holder foremost
   * @return whether to wait; otherwise the run ends in a fault that names the holder
   */
  default boolean waitsForDevice(List<Claim> ahead) {
    return !isCancelled();
  }

  /** True to stop at the next tick boundary, with a checkpoint. */
  default boolean isCancelled() {
    return false;
  }
}
