package dev.glia.platform.cli;

import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.ExperimentRunner;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/**
 * What commands work with.
 *
 * @param home folder of the container
 * @param user folder of what belongs to the user: plugins, cache
 */
record Platform(
    Terminal terminal,
    BundleContext context,
    Catalog catalog,
    ExperimentRunner runner,
    Path home,
    Path user) {
  Examples examples() {
    return new Examples(home);
  }
}
