package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.util.tracker.ServiceTracker;

/** Knows the components in the service registry by their properties, without loading a class. */
final class ComponentTracker extends ServiceTracker<Object, TrackedComponent> {
  private static final System.Logger LOG = System.getLogger(ComponentTracker.class.getName());

  ComponentTracker(BundleContext context) {
    super(context, anyComponent(), null);
  }

  /** Components of a kind, in no order. */
  List<TrackedComponent> of(ComponentKind kind) {
    List<TrackedComponent> found = new ArrayList<>();
    for (TrackedComponent component : getTracked().values()) {
      if (component.kind() == kind) {
        found.add(component);
      }
    }
    return found;
  }

  @Override
  public TrackedComponent addingService(ServiceReference<Object> reference) {
    Object id = reference.getProperty(Component.ID);
    Object version = reference.getProperty(Component.VERSION);
    if (!(id instanceof String name) || !(version instanceof String number)) {
      return ignored(reference, "it lacks " + Component.ID + " or " + Component.VERSION);
    }
    try {
      return new TrackedComponent(
          context, reference, kindOf(reference), name, Version.parseVersion(number));
    } catch (IllegalArgumentException e) {
      return ignored(reference, "its version '" + number + "' is none: " + e.getMessage());
    }
  }

  @Override
  public void removedService(ServiceReference<Object> reference, TrackedComponent component) {
    component.release();
  }

  private static TrackedComponent ignored(ServiceReference<Object> reference, String reason) {
    LOG.log(
        System.Logger.Level.WARNING,
        "a component service of bundle {0} is left out: {1}",
        reference.getBundle(),
        reason);
    return null;
  }

  private static ComponentKind kindOf(ServiceReference<Object> reference) {
    List<String> services = List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
    for (ComponentKind kind : ComponentKind.values()) {
      if (services.contains(kind.service())) {
        return kind;
      }
    }
    throw new IllegalStateException("the filter let " + reference + " pass");
  }

  private static Filter anyComponent() {
    StringBuilder filter = new StringBuilder("(|");
    for (ComponentKind kind : ComponentKind.values()) {
      filter.append("(objectClass=").append(kind.service()).append(')');
    }
    try {
      return FrameworkUtil.createFilter(filter.append(')').toString());
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
