package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Offer;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * A component in the service registry. It's known by its service properties alone; the object is
 * fetched when somebody first wants it, and held until the service goes, so that components with an
 * expensive start aren't started again for each lease.
 */
final class TrackedComponent {
  /** Newest first: by the component's version, then its bundle's, then what came last. */
  static final Comparator<TrackedComponent> NEWEST_FIRST =
      Comparator.comparing(TrackedComponent::version)
          .thenComparing(component -> component.bundle().getVersion())
          .thenComparing(component -> component.bundle().getBundleId())
          .reversed();

  private final BundleContext context;
  private final ServiceReference<Object> reference;
  private final Bundle bundle;
  private final ComponentKind kind;
  private final String id;
  private final Version version;
  private final AtomicInteger leases = new AtomicInteger();
  private final AtomicReference<Component> object = new AtomicReference<>();
  private volatile Descriptor descriptor;
  private volatile boolean reported;

  TrackedComponent(
      BundleContext context,
      ServiceReference<Object> reference,
      ComponentKind kind,
      String id,
      Version version) {
    this.context = context;
    this.reference = reference;
    this.bundle = reference.getBundle();
    this.kind = kind;
    this.id = id;
    this.version = version;
  }

  ComponentKind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Version version() {
    return version;
  }

  Bundle bundle() {
    return bundle;
  }

  AtomicInteger leases() {
    return leases;
  }

  /** Whether its service is still registered. */
  boolean isThere() {
    return reference.getBundle() != null;
  }

  /**
   * The component, fetched if need be.
   *
   * @return null if its service has just gone
   * @throws Fault if its bundle can't make it
   */
  Component component() {
    Component known = object.get();
    if (known != null) {
      return known;
    }
    Object fetched = fetch();
    if (fetched == null) {
      if (isThere()) {
        throw new Fault(Fault.Kind.EXTERNAL, label() + " couldn't be started: the log says why");
      }
      return null;
    }
    if (!(fetched instanceof Component component)) {
      context.ungetService(reference);
      throw new Fault(
          Fault.Kind.MISSING,
          label() + " was built for another version of the API than this container's: rebuild it");
    }
    if (!object.compareAndSet(null, component)) {
      context.ungetService(reference);
    }
    Component held = object.get();
    return held == null ? component : held;
  }

  private Object fetch() {
    try {
      return context.getService(reference);
    } catch (LinkageError e) {
      throw new Fault(Fault.Kind.EXTERNAL, label() + " couldn't be loaded: " + e, e);
    }
  }

  /** What it says of itself; asked once. Null if its service has just gone. */
  Descriptor descriptor() {
    if (descriptor == null) {
      Component component = component();
      if (component == null) {
        return null;
      }
      try {
        descriptor = Objects.requireNonNull(component.descriptor(), "its descriptor is null");
      } catch (Fault e) {
        throw e;
      } catch (RuntimeException | LinkageError e) {
        throw new Fault(Fault.Kind.EXTERNAL, label() + " can't describe itself: " + e, e);
      }
    }
    return descriptor;
  }

  /** What it's offered as; null if its service has just gone. */
  Offer offer() {
    Descriptor described = descriptor();
    return described == null
        ? null
        : new Offer(
            described, bundle.getSymbolicName(), bundle.getVersion().toString(), leases.get());
  }

  /** Lets go of the object, as its service is going; leases hold it on their own. */
  void release() {
    if (object.getAndSet(null) != null) {
      try {
        context.ungetService(reference);
      } catch (IllegalStateException stopping) {
        // The catalog itself is being stopped: the framework has given the service back.
      }
    }
  }

  /** Whether this is the first time that something is wrong with it. */
  boolean reportOnce() {
    boolean first = !reported;
    reported = true;
    return first;
  }

  /** {@code neuron model 'lif' 1.0.0 of bundle x 1.2.0}. */
  String label() {
    return KindNames.singular(kind)
        + " '"
        + id
        + "' "
        + version
        + " of bundle "
        + bundle.getSymbolicName()
        + " "
        + bundle.getVersion();
  }
}
