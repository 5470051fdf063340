package dev.glia.platform.plugins.container;

import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.plugins.PluginInstaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A real framework with Declarative Services, the catalog and the plugin manager. API packages come
 * from the class path, so that the test can talk to services without reflection; what implements
 * them is loaded by the bundles' own loaders.
 */
public final class TestContainer implements AutoCloseable {
  private static final List<String> SHARED =
      List.of(
          "com.google.protobuf",
          "dev.glia.api.equations",
          "dev.glia.api.messages",
          "dev.glia.api.services",
          "dev.glia.api.modelfiles",
          "dev.glia.platform.catalog",
          "dev.glia.platform.plugins");

  private final Framework framework;
  private final Path user;

  private TestContainer(Framework framework, Path user) {
    this.framework = framework;
    this.user = user;
  }

  /** Boots in a directory; {@code user} and {@code home} in it are used as they are. */
  public static TestContainer boot(Path directory) {
    return boot(directory, directory.resolve("user"));
  }

  public static TestContainer boot(Path directory, Path user) {
    try {
      ClassPathBundles classPath = new ClassPathBundles();
      Path bundles = Files.createTempDirectory(directory, "bundles");
      Map<String, String> properties = new HashMap<>();
      properties.put(
          Constants.FRAMEWORK_STORAGE, Files.createTempDirectory(directory, "cache").toString());
      properties.put(
          Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
          String.join(",", SHARED.stream().map(classPath::exports).toList()));
      properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
      // What goes wrong on purpose needs no stack traces on the console.
      properties.put("felix.log.level", "0");
      properties.put("ds.loglevel", "0");
      properties.put("glia.home", directory.resolve("home").toString());
      properties.put("glia.user", user.toString());
      Framework framework =
          ServiceLoader.load(FrameworkFactory.class)
              .findFirst()
              .orElseThrow()
              .newFramework(properties);
      TestContainer container = new TestContainer(framework, user);
      framework.start();
      for (String library :
          List.of(
              "org.osgi.util.function",
              "org.osgi.util.promise",
              "org.osgi.service.component",
              "org.apache.felix.scr")) {
        container.start(classPath.jar(library, bundles));
      }
      container.start(classPath.jar("dev.glia.platform.catalog", bundles));
      container.start(
          classPath.jarThatImports(
              "dev.glia.platform.plugins", List.of("dev.glia.platform.plugins"), bundles));
      return container;
    } catch (IOException | BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** The user's directory. */
  public Path user() {
    return user;
  }

  public Catalog catalog() {
    return service(Catalog.class);
  }

  public BundleAdmission admission() {
    return service(BundleAdmission.class);
  }

  public PluginInstaller installer() {
    return service(PluginInstaller.class);
  }

  public Bundle install(Path jar) {
    try {
      return context().installBundle("reference:" + jar.toUri());
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  public Bundle start(Path jar) {
    Bundle bundle = install(jar);
    try {
      bundle.start();
      return bundle;
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts what the user's list of plugins names, as the launcher does. */
  public void startListedPlugins() {
    installer().plugins().forEach(plugin -> start(user.resolve("plugins").resolve(plugin.file())));
  }

  /** Bundles of a symbolic name, lowest version first. */
  public List<Bundle> bundles(String symbolicName) {
    return List.of(context().getBundles()).stream()
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .sorted((a, b) -> a.getVersion().compareTo(b.getVersion()))
        .toList();
  }

  private <T> T service(Class<T> type) {
    ServiceReference<T> reference = context().getServiceReference(type);
    if (reference == null) {
      throw new IllegalStateException("no service " + type.getName());
    }
    return context().getService(reference);
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(20));
    } catch (BundleException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
