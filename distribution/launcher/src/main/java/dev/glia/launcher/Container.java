package dev.glia.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * One framework with the bundles of one container directory. A bundle that can't be installed,
 * resolved or started is reported and left out; the others go on.
 */
final class Container implements AutoCloseable {

  private static final long STOP_WITHIN_SECONDS = 10;

  private final Framework framework;
  private final Path home;

  private record Installed(Room room, String name, Bundle bundle) {}

  private Container(Framework framework, Path home) {
    this.framework = framework;
    this.home = home;
  }

  /** A framework that is not started yet. */
  static Container create(Path home, Path userHome, Path storage, String[] args) {
    FrameworkFactory factory =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no OSGi framework on the launcher's class path"));
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, systemPackages());
    // Old and new version of a plugin run side by side while the old one has leases.
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put(
        Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(Room.PLUGINS.startLevel()));
    // The storage is this process's own, see ScratchDirectory.
    properties.put("felix.cache.locking", "false");
    properties.put("glia.home", home.toString());
    properties.put("glia.user", userHome.toString());
    properties.put("glia.args", String.join("\n", args));
    return new Container(factory.newFramework(properties), home.toAbsolutePath());
  }

  /** What the launcher's own class path and the JDK lend to bundles, beyond the Java platform. */
  private static String systemPackages() {
    List<String> packages = new ArrayList<>();
    for (String name :
        List.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")) {
      packages.add(name + ";version=2.0");
    }
    if (Container.class.getResource("/org/bytedeco/pytorch/Tensor.class") != null) {
      packages.addAll(
          List.of(
              "org.bytedeco.javacpp;version=1.5",
              "org.bytedeco.javacpp.indexer;version=1.5",
              "org.bytedeco.pytorch;version=2.10",
              "org.bytedeco.pytorch.global;version=2.10"));
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      packages.add("jdk.incubator.vector");
    }
    return String.join(",", packages);
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** Installs everything, then starts it room by room. Called once. */
  BootReport boot(UserPlugins userPlugins) throws BundleException, IOException {
    BootReport report = new BootReport();
    framework.init();
    List<Installed> bundles = new ArrayList<>();
    for (Room room : Room.values()) {
      for (Path jar : room.jars(home)) {
        install(room, jar.getFileName().toString(), jar, bundles, report);
      }
    }
    installUserPlugins(userPlugins, bundles, report);
    framework.start();
    for (Installed installed : bundles) {
      start(installed, report);
    }
    return report;
  }

  private void installUserPlugins(
      UserPlugins userPlugins, List<Installed> bundles, BootReport report) throws IOException {
    Set<String> shipped = new HashSet<>();
    for (Installed installed : bundles) {
      shipped.add(installed.bundle().getSymbolicName() + " " + installed.bundle().getVersion());
    }
    for (UserPlugins.Entry entry : userPlugins.verified(report)) {
      if (shipped.contains(entry.id())) {
        report.failed(Room.PLUGINS, entry.id(), "this version comes with the container already");
      } else {
        install(Room.PLUGINS, entry.id(), entry.jar(), bundles, report);
      }
    }
  }

  private void install(
      Room room, String name, Path jar, List<Installed> bundles, BootReport report) {
    try {
      // By reference: the framework reads the jar where it lies, without a copy.
      Bundle bundle = context().installBundle("reference:" + jar.toUri());
      bundle.adapt(BundleStartLevel.class).setStartLevel(room.startLevel());
      bundles.add(new Installed(room, name, bundle));
    } catch (BundleException | RuntimeException broken) {
      report.failed(room, name, Reasons.of(broken));
    }
  }

  private void start(Installed installed, BootReport report) {
    try {
      installed.bundle().start(Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException | RuntimeException | LinkageError broken) {
      report.failed(installed.room(), installed.name(), Reasons.of(broken));
    }
  }

  /** Stops all bundles, plugins first, and waits for it. */
  @Override
  public void close() throws BundleException {
    // A command that was interrupted may leave the flag set; stopping must not trip over it.
    boolean interrupted = Thread.interrupted();
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(STOP_WITHIN_SECONDS));
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
