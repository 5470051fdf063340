package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.Plugin;
import dev.glia.platform.plugins.PluginChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;

/** One plugin comes. Called by one thread at a time. */
final class Installation {
  private static final int DEPARTURE_SECONDS = 10;

  private final DesiredState desired;
  private final InstalledBundles bundles;
  private final PluginTrial trial;
  private final BundleAdmission admission;

  Installation(
      DesiredState desired,
      InstalledBundles bundles,
      PluginTrial trial,
      BundleAdmission admission) {
    this.desired = desired;
    this.bundles = bundles;
    this.trial = trial;
    this.admission = admission;
  }

  PluginChange run(Path jar) {
    try (StagedJar staged = StagedJar.copy(jar, desired.directory())) {
      PluginManifest manifest = JarInspection.inspect(staged);
      refuseContainersOwn(staged, manifest);
      Plugin plugin =
          new Plugin(
              manifest.symbolicName(),
              manifest.version().toString(),
              staged.sha256(),
              manifest.fileName());
      refuseOtherContent(staged, plugin);
      Optional<Bundle> present = present(staged, manifest, plugin);
      return present.isPresent()
          ? new PluginChange(
              plugin, offers(present.get()), manifest.label() + " is installed already")
          : replace(staged, manifest, plugin);
    }
  }

  /** New beside old; the list is written; then the old one is let go. */
  private PluginChange replace(StagedJar staged, PluginManifest manifest, Plugin plugin) {
    Bundle fresh = trial.start(staged, manifest);
    try {
      persist(staged, plugin);
    } catch (RuntimeException e) {
      trial.undo(fresh);
      throw e;
    }
    List<Bundle> old = new ArrayList<>(bundles.staying(manifest.symbolicName()));
    old.remove(fresh);
    admission.replace(old, fresh);
    List<String> offers = offers(fresh);
    String what = offers.isEmpty() ? "no components" : String.join(", ", offers);
    return new PluginChange(
        plugin, offers, "installed " + manifest.label() + ": " + what + bundles.departures(old));
  }

  private void persist(StagedJar staged, Plugin plugin) {
    List<String> obsolete = new ArrayList<>();
    desired.change(
        plugins -> {
          List<Plugin> changed = new ArrayList<>(plugins);
          changed.removeIf(listed -> listed.symbolicName().equals(plugin.symbolicName()));
          changed.add(plugin);
          plugins.stream()
              .filter(listed -> !changed.contains(listed))
              .filter(listed -> !listed.file().equals(plugin.file()))
              .forEach(listed -> obsolete.add(listed.file()));
          try {
            // Before the list names it. Whoever reads the old list doesn't look at this file.
            staged.keepAs(plugin.file());
          } catch (IOException e) {
            throw new Fault(
                Fault.Kind.EXTERNAL,
                plugin.file() + " can't be put in place: " + e.getMessage(),
                e);
          }
          return changed;
        });
    obsolete.forEach(desired::deleteJar);
  }

  private static void refuseContainersOwn(StagedJar staged, PluginManifest manifest) {
    String name = manifest.symbolicName();
    if (name.startsWith("dev.glia.api") || name.startsWith("dev.glia.platform")) {
      throw Fault.input(
          staged.name() + ": " + name + " is part of Glia itself, install a newer Glia instead");
    }
  }

  /** A version means one content, or nobody can say what a run has used. */
  private void refuseOtherContent(StagedJar staged, Plugin plugin) {
    for (Plugin listed : desired.read()) {
      if (listed.symbolicName().equals(plugin.symbolicName())
          && listed.version().equals(plugin.version())
          && !listed.sha256().equals(plugin.sha256())) {
        throw otherContent(staged, plugin);
      }
    }
  }

  private static Fault otherContent(StagedJar staged, Plugin plugin) {
    return Fault.input(
        staged.name()
            + ": "
            + plugin.symbolicName()
            + " "
            + plugin.version()
            + " is installed already, with other content: raise its version");
  }

  /**
   * The same version in this framework, if it's good for this jar; taken back if it was leaving.
   */
  private Optional<Bundle> present(StagedJar staged, PluginManifest manifest, Plugin plugin) {
    for (Bundle bundle : bundles.exactly(manifest.symbolicName(), manifest.version())) {
      if (!sameContent(bundle, plugin)) {
        if (admission.isRetiring(bundle)) {
          throw Fault.input(
              staged.name()
                  + ": "
                  + manifest.label()
                  + ", with other content, is being removed but"
                  + " still in use: raise the version, or try again later");
        }
        throw otherContent(staged, plugin);
      }
      if (!admission.isRetiring(bundle)) {
        persistUnlessShipped(bundle, staged, plugin);
        return Optional.of(bundle);
      }
      if (admission.reinstate(bundle)) {
        persistUnlessShipped(bundle, staged, plugin);
        List<Bundle> others = bundles.staying(manifest.symbolicName());
        others.remove(bundle);
        admission.replace(others, bundle);
        return Optional.of(bundle);
      }
      awaitDeparture(bundle);
    }
    return Optional.empty();
  }

  private void persistUnlessShipped(Bundle bundle, StagedJar staged, Plugin plugin) {
    if (InstalledBundles.isPlugin(bundle, desired.directory())) {
      persist(staged, plugin);
    }
  }

  private static boolean sameContent(Bundle bundle, Plugin plugin) {
    return ContentHash.of(bundle).filter(plugin.sha256()::equals).isPresent();
  }

  private void awaitDeparture(Bundle bundle) {
    try {
      admission.retire(bundle).toCompletableFuture().get(DEPARTURE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.EXTERNAL, "interrupted; nothing has changed", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new Fault(Fault.Kind.EXTERNAL, bundle + " doesn't leave: restart the container", e);
    }
  }

  private static List<String> offers(Bundle bundle) {
    return BundleOffers.of(bundle).stream().map(BundleOffers.Offered::toString).toList();
  }
}
