package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Registers the model files of every active bundle as services, in that bundle's name: they go when
 * it's stopped. A file that can't be used is logged; the others are registered all the same.
 */
@Component(
    service = {},
    immediate = true)
public final class ModelFileExtender
    implements BundleTrackerCustomizer<List<ServiceRegistration<?>>> {
  private static final System.Logger LOG = System.getLogger(ModelFileExtender.class.getName());

  private final BundleTracker<List<ServiceRegistration<?>>> tracker;

  @Activate
  public ModelFileExtender(BundleContext context) {
    tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    tracker.open();
  }

  @Deactivate
  void deactivate() {
    tracker.close();
  }

  @Override
  public List<ServiceRegistration<?>> addingBundle(Bundle bundle, BundleEvent event) {
    Enumeration<URL> files =
        bundle.findEntries(ModelFiles.DIRECTORY, "*" + ModelFiles.SUFFIX, false);
    if (files == null) {
      return null;
    }
    List<ServiceRegistration<?>> registrations = new ArrayList<>();
    for (URL file : Collections.list(files)) {
      try {
        registrations.add(register(bundle, file));
      } catch (Fault e) {
        LOG.log(System.Logger.Level.WARNING, "not registered: {0}", e.getMessage());
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "not registered: " + file, e);
      }
    }
    return registrations;
  }

  @Override
  public void modifiedBundle(
      Bundle bundle, BundleEvent event, List<ServiceRegistration<?>> registrations) {
    // Active is the only state that is tracked.
  }

  @Override
  public void removedBundle(
      Bundle bundle, BundleEvent event, List<ServiceRegistration<?>> registrations) {
    for (ServiceRegistration<?> registration : registrations) {
      try {
        registration.unregister();
      } catch (IllegalStateException done) {
        // The framework was faster, as the bundle is stopping.
      }
    }
  }

  private static ServiceRegistration<?> register(Bundle bundle, URL file) throws IOException {
    String path = file.getPath();
    String name =
        bundle.getSymbolicName()
            + "@"
            + bundle.getVersion()
            + " "
            + (path.startsWith("/") ? path.substring(1) : path);
    ModelSource source = new ModelSource(name, read(file));
    ModelHeader header = source.header();
    Dictionary<String, Object> properties =
        new Hashtable<>(
            Map.of(
                dev.glia.api.component.Component.ID, header.id(),
                dev.glia.api.component.Component.VERSION, header.version()));
    BundleContext owner = bundle.getBundleContext();
    if (owner == null) {
      throw new IllegalStateException(name + ": its bundle has just been stopped");
    }
    return owner.registerService(
        header.kind().service(), ModelService.of(header.kind(), source), properties);
  }

  private static byte[] read(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      byte[] bytes = in.readNBytes(ModelFiles.MOST_BYTES + 1);
      if (bytes.length > ModelFiles.MOST_BYTES) {
        throw new IOException(file + " has more than " + ModelFiles.MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
