package dev.glia.platform.plugins.install;

import dev.glia.platform.catalog.BundleAdmission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** The framework's bundles as plugins see them. */
final class InstalledBundles {
  private final BundleContext context;
  private final BundleAdmission admission;

  InstalledBundles(BundleContext context, BundleAdmission admission) {
    this.context = context;
    this.admission = admission;
  }

  /** All of a symbolic name, those on their way out included. */
  List<Bundle> named(String symbolicName) {
    List<Bundle> found = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      if (symbolicName.equals(bundle.getSymbolicName())) {
        found.add(bundle);
      }
    }
    return found;
  }

  /** Those of a symbolic name that aren't on their way out. */
  List<Bundle> staying(String symbolicName) {
    List<Bundle> found = named(symbolicName);
    found.removeIf(admission::isRetiring);
    return found;
  }

  /** Those of a symbolic name and version, those on their way out included. */
  List<Bundle> exactly(String symbolicName, Version version) {
    List<Bundle> found = named(symbolicName);
    found.removeIf(bundle -> !bundle.getVersion().equals(version));
    return found;
  }

  /** Those that are plugins, from a directory of plugins or from an installation at run time. */
  List<Bundle> plugins(String symbolicName, Path directory) {
    List<Bundle> found = staying(symbolicName);
    found.removeIf(bundle -> !isPlugin(bundle, directory));
    return found;
  }

  /** Whether it's the user's, as against what comes with the container. */
  static boolean isPlugin(Bundle bundle, Path directory) {
    String location = bundle.getLocation();
    return location.startsWith(ContentHash.PLUGIN)
        || location.contains(directory.toUri().toString());
  }

  /** {@code ; x 1.0.0 leaves when its 2 leases are closed}, for each that has leases. */
  String departures(List<Bundle> leaving) {
    return leaving.stream()
        .filter(bundle -> admission.leases(bundle) > 0)
        .map(this::departure)
        .collect(Collectors.joining());
  }

  private String departure(Bundle bundle) {
    int leases = admission.leases(bundle);
    String when = leases == 1 ? "its lease is closed" : "its " + leases + " leases are closed";
    return "; " + bundle.getSymbolicName() + " " + bundle.getVersion() + " leaves when " + when;
  }
}
