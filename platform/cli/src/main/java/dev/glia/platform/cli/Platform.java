package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.ExperimentRunner;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

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
  /**
   * A service of the platform that only some commands need.
   *
   * @throws Fault MISSING if no bundle offers it
   */
  <T> T service(Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    if (reference == null) {
      throw new Fault(
          Fault.Kind.MISSING, "no bundle offers " + type.getName() + ": `glia bundles` shows all");
    }
    return context.getService(reference);
  }

  Examples examples() {
    return new Examples(home);
  }
}
