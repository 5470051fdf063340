package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.VersionRange;

/** The catalog of what is in the service registry. */
final class ServiceCatalog implements Catalog, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ServiceCatalog.class.getName());

  private static final Comparator<TrackedComponent> FOR_LISTING =
      Comparator.comparing(TrackedComponent::id).thenComparing(TrackedComponent.NEWEST_FIRST);

  private final BundleContext context;
  private final Admissions admissions;
  private final ComponentTracker tracker;

  ServiceCatalog(BundleContext context, Admissions admissions) {
    this.context = context;
    this.admissions = admissions;
    this.tracker = new ComponentTracker(context);
    // All services, whichever API their bundles are wired to: a mismatch is better named than
    // hidden.
    tracker.open(true);
  }

  @Override
  public void close() {
    tracker.close();
  }

  @Override
  public List<Offer> offers(ComponentKind kind) {
    List<TrackedComponent> components = tracker.of(kind);
    components.removeIf(component -> !admissions.isAdmitted(component.bundle()));
    components.sort(FOR_LISTING);
    List<Offer> offers = new ArrayList<>(components.size());
    for (TrackedComponent component : components) {
      offerOf(component).ifPresent(offers::add);
    }
    return List.copyOf(offers);
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    ComponentKind kind = kindOf(type);
    Optional<VersionRange> range = parse(versionRange);
    while (true) {
      int seen = tracker.getTrackingCount();
      Optional<TrackedComponent> taken = admissions.takeFirst(candidates(kind, id, range));
      if (taken.isPresent()) {
        Lease<T> lease = open(type, taken.get());
        if (lease != null) {
          return lease;
        }
      } else if (seen == tracker.getTrackingCount()) {
        throw new MissingComponent(context, tracker, admissions).fault(kind, id, range);
      }
      // A bundle came or went meanwhile: look again.
    }
  }

  private List<TrackedComponent> candidates(
      ComponentKind kind, String id, Optional<VersionRange> range) {
    List<TrackedComponent> candidates = tracker.of(kind);
    candidates.removeIf(
        component ->
            !component.id().equals(id)
                || range.isPresent() && !range.get().includes(component.version()));
    candidates.sort(TrackedComponent.NEWEST_FIRST);
    return candidates;
  }

  /** Null if the component has just gone; the count is given back unless a lease was made. */
  private <T extends Component> Lease<T> open(Class<T> type, TrackedComponent taken) {
    boolean opened = false;
    taken.leases().incrementAndGet();
    try {
      Component component = taken.component();
      Offer offer = taken.offer();
      if (component == null || offer == null) {
        return null;
      }
      opened = true;
      return new CountedLease<>(type.cast(component), offer, admissions, taken);
    } finally {
      if (!opened) {
        taken.leases().decrementAndGet();
        admissions.giveBack(taken.bundle());
      }
    }
  }

  private static Optional<Offer> offerOf(TrackedComponent component) {
    try {
      return Optional.ofNullable(component.offer());
    } catch (Fault e) {
      if (component.reportOnce()) {
        LOG.log(System.Logger.Level.WARNING, "left out of listings: {0}", e.getMessage());
      }
      return Optional.empty();
    }
  }

  private static ComponentKind kindOf(Class<?> type) {
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.service().equals(type.getName())) {
        return kind;
      }
    }
    throw new IllegalArgumentException(type.getName() + " is no kind of component");
  }

  private static Optional<VersionRange> parse(String versionRange) {
    if (versionRange.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(VersionRange.valueOf(versionRange.strip()));
    } catch (IllegalArgumentException e) {
      throw Fault.input(
          "not a version range: '"
              + versionRange
              + "'; write 1.2 (or newer), [1.2,2) or [1.2,1.2]");
    }
  }
}
