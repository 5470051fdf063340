package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.Plugin;
import dev.glia.platform.plugins.PluginChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;

/** One plugin goes; if it had replaced a bundle of the container, that one comes back. */
final class Removal {
  /** How long a bundle without leases may take to stop. */
  private static final long PATIENCE_SECONDS = 10;

  private final DesiredState desired;
  private final InstalledBundles bundles;
  private final ShippedBundles shipped;
  private final BundleContext context;
  private final BundleAdmission admission;

  Removal(
      DesiredState desired,
      InstalledBundles bundles,
      ShippedBundles shipped,
      BundleContext context,
      BundleAdmission admission) {
    this.desired = desired;
    this.bundles = bundles;
    this.shipped = shipped;
    this.context = context;
    this.admission = admission;
  }

  PluginChange run(String symbolicName, String version) {
    Plugin plugin = find(symbolicName, version);
    List<Bundle> leaving = new ArrayList<>();
    for (Bundle bundle : bundles.exactly(symbolicName, Versions.of(plugin.version()))) {
      if (!admission.isRetiring(bundle)) {
        leaving.add(bundle);
      }
    }
    List<String> offers =
        leaving.stream()
            .flatMap(bundle -> BundleOffers.of(bundle).stream())
            .map(BundleOffers.Offered::toString)
            .toList();
    desired.change(plugins -> plugins.stream().filter(listed -> !listed.equals(plugin)).toList());
    String message = "removed " + symbolicName + " " + plugin.version();
    message += bundles.departures(leaving) + letGo(symbolicName, leaving);
    desired.deleteJar(plugin.file());
    return new PluginChange(plugin, offers, message);
  }

  private Plugin find(String symbolicName, String version) {
    List<Plugin> listed = desired.read();
    List<Plugin> named = new ArrayList<>(listed);
    named.removeIf(plugin -> !plugin.symbolicName().equals(symbolicName));
    if (named.isEmpty()) {
      // Another container may have removed it, and told this one to do the same.
      bundles.plugins(symbolicName, desired.directory()).forEach(bundle -> named.add(of(bundle)));
    }
    List<Plugin> wanted =
        named.stream()
            .filter(
                plugin ->
                    version.isEmpty() || Versions.of(plugin.version()).equals(Versions.of(version)))
            .toList();
    if (wanted.size() == 1) {
      return wanted.get(0);
    }
    if (!named.isEmpty()) {
      String versions = String.join(" and ", named.stream().map(Plugin::version).toList());
      throw new Fault(
          wanted.isEmpty() ? Fault.Kind.MISSING : Fault.Kind.INPUT,
          "plugin "
              + symbolicName
              + " is installed as "
              + versions
              + (wanted.isEmpty() ? ", not " + version : ": say which"));
    }
    throw new Fault(Fault.Kind.MISSING, absence(symbolicName, listed));
  }

  private static Plugin of(Bundle bundle) {
    String version = bundle.getVersion().toString();
    return new Plugin(
        bundle.getSymbolicName(),
        version,
        ContentHash.of(bundle).orElse(""),
        PluginManifest.fileName(bundle.getSymbolicName(), version));
  }

  private String absence(String symbolicName, List<Plugin> listed) {
    if (!bundles.named(symbolicName).isEmpty()) {
      return symbolicName + " is part of the container, only plugins can be removed";
    }
    List<String> names = listed.stream().map(Plugin::symbolicName).toList();
    return "no plugin '"
        + symbolicName
        + "': "
        + (names.isEmpty() ? "none is installed" : Spelling.advice(symbolicName, names));
  }

  /** Retires them; what they had replaced takes over in the same step. Returns what to add. */
  private String letGo(String symbolicName, List<Bundle> leaving) {
    List<Bundle> others = bundles.staying(symbolicName);
    others.removeAll(leaving);
    Optional<Bundle> back = others.isEmpty() ? bringBack(symbolicName) : Optional.empty();
    if (back.isEmpty()) {
      leaving.forEach(admission::retire);
      return "";
    }
    admission.replace(leaving, back.get());
    return "; the container's own " + back.get().getVersion() + " is back";
  }

  private Optional<Bundle> bringBack(String symbolicName) {
    Optional<String> location = shipped.location(symbolicName);
    if (location.isEmpty()) {
      return Optional.empty();
    }
    try {
      Bundle bundle = reinstated(location.get());
      bundle.start(Bundle.START_ACTIVATION_POLICY);
      return Optional.of(bundle);
    } catch (BundleException | RuntimeException | LinkageError e) {
      System.getLogger(Removal.class.getName())
          .log(System.Logger.Level.WARNING, location.get() + " doesn't come back", e);
      return Optional.empty();
    }
  }

  /** The bundle that is still there, or a new one if it's gone or on its way out. */
  private Bundle reinstated(String location) throws BundleException {
    Bundle bundle = context.installBundle(location);
    if (!admission.isRetiring(bundle) || admission.reinstate(bundle)) {
      return bundle;
    }
    awaitDeparture(bundle);
    return context.installBundle(location);
  }

  private void awaitDeparture(Bundle bundle) {
    CountDownLatch gone = new CountDownLatch(1);
    BundleListener listener =
        event -> {
          if (event.getType() == BundleEvent.UNINSTALLED && event.getBundle().equals(bundle)) {
            gone.countDown();
          }
        };
    context.addBundleListener(listener);
    try {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      context.removeBundleListener(listener);
    }
  }
}
