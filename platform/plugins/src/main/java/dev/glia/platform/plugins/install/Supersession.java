package dev.glia.platform.plugins.install;

import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.UserDirectory;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a boot end where the installation had ended: a plugin of the user's list that has started
 * replaces the container's own bundle of the same symbolic name. If it doesn't start, that one
 * stays.
 */
@Component(
    service = {},
    immediate = true)
public final class Supersession implements SynchronousBundleListener {
  private final BundleContext context;
  private final BundleAdmission admission;
  private final InstalledBundles bundles;
  private final String plugins;

  @Activate
  public Supersession(BundleContext context, @Reference BundleAdmission admission) {
    this.context = context;
    this.admission = admission;
    this.bundles = new InstalledBundles(context, admission);
    Path directory = UserDirectory.of(context).resolve("plugins");
    this.plugins = directory.toUri().toString();
    context.addBundleListener(this);
  }

  @Deactivate
  void deactivate() {
    context.removeBundleListener(this);
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    Bundle bundle = event.getBundle();
    if (event.getType() == BundleEvent.STARTED && bundle.getLocation().contains(plugins)) {
      List<Bundle> own = bundles.staying(bundle.getSymbolicName());
      own.removeIf(other -> other.equals(bundle) || other.getLocation().contains(plugins));
      if (!own.isEmpty()) {
        admission.replace(own, bundle);
      }
    }
  }
}
