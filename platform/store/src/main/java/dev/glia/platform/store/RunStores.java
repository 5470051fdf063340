package dev.glia.platform.store;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Opens run stores: an OSGi service. Safe for any thread. */
@ProviderType
public interface RunStores {
  /**
   * Opens a store, or makes it. Several processes may have the same one open.
   *
   * @param directory holds {@code runs.db} and {@code artifacts/} afterwards
   * @throws dev.glia.api.component.Fault INPUT if it was written by a newer Glia or is none;
   *     EXTERNAL if it can't be read or written
   */
  RunStore open(Path directory);
}
