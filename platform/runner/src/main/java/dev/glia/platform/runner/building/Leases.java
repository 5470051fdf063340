package dev.glia.platform.runner.building;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentLease;
import dev.glia.v1.ComponentRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components of one run, taken from the catalog at its start and given back at its end. The
 * same reference gives the same component. One thread.
 */
public final class Leases implements AutoCloseable {
  private record Key(String kind, String id, String range, String inline) {}

  /** A component; a model that stands in the experiment has no lease. */
  private record Held(Component component, Optional<Lease<?>> lease, ComponentLease record) {
    void giveBack() {
      lease.ifPresent(Lease::close);
    }
  }

  private final Catalog catalog;
  private final Map<String, String> pinned = new LinkedHashMap<>();
  private final Map<Key, Held> held = new LinkedHashMap<>();
  private Map<Key, Held> former = Map.of();

  /**
   * Leases from a catalog.
   *
   * @param pins what a resumed run used before: exactly these versions are taken again, the first
   *     of each name
   */
  public Leases(Catalog catalog, List<ComponentLease> pins) {
    this.catalog = catalog;
    pins.forEach(pin -> pinned.putIfAbsent(pin.getKind() + " " + pin.getId(), pin.getVersion()));
  }

  /**
   * Leases for what a run goes on with: what is needed still isn't given back in between. Either
   * {@link #takeOver} or {@link #close} is called on them, and then on these ones {@code close}
   * only if it was the latter.
   */
  public Leases successor() {
    Leases next = new Leases(catalog, List.of());
    next.pinned.putAll(pinned);
    held.values().stream()
        .map(Held::record)
        .forEach(r -> next.pinned.putIfAbsent(r.getKind() + " " + r.getId(), r.getVersion()));
    next.former = held;
    return next;
  }

  /** Leases of the same versions for something else, that are given back at its own time. */
  public Leases beside() {
    Leases others = new Leases(catalog, List.of());
    others.pinned.putAll(pinned);
    records()
        .forEach(r -> others.pinned.putIfAbsent(r.getKind() + " " + r.getId(), r.getVersion()));
    return others;
  }

  /** Gives back what these leases' predecessor had and nobody has taken again. */
  public void takeOver() {
    former.forEach(
        (key, each) -> {
          if (held.get(key) != each) {
            each.giveBack();
          }
        });
    former.clear();
    former = Map.of();
  }

  /** The component of a reference; absent, and noted with its place, if there's none. */
  public <T extends Component> Optional<T> take(
      Class<T> type, ComponentRef reference, String field, Problems problems) {
    ComponentKind kind = kind(type);
    try {
      return Optional.of(take(type, kind, reference));
    } catch (Fault fault) {
      problems.add(reference.getPlace(), field, fault);
      return Optional.empty();
    }
  }

  private <T extends Component> T take(Class<T> type, ComponentKind kind, ComponentRef reference) {
    Key key =
        new Key(
            kind.symbol(),
            reference.getId(),
            reference.getVersionRange(),
            reference.getInlineModel());
    Held known = held.containsKey(key) ? held.get(key) : former.get(key);
    if (known == null) {
      known =
          reference.getInlineModel().isEmpty()
              ? lease(type, kind, reference)
              : inline(type, kind, reference);
    }
    held.put(key, known);
    return type.cast(known.component());
  }

  private <T extends Component> Held lease(
      Class<T> type, ComponentKind kind, ComponentRef reference) {
    String range = reference.getVersionRange();
    String pin = pinned.get(kind.symbol() + " " + reference.getId());
    if (pin != null && range.isEmpty()) {
      range = "[" + pin + "," + pin + "]";
    }
    Lease<T> lease = catalog.lease(type, reference.getId(), range);
    return new Held(
        lease.component(),
        Optional.of(lease),
        record(lease.offer().descriptor(), lease.offer().bundle(), lease.offer().bundleVersion()));
  }

  private Held inline(Class<?> type, ComponentKind kind, ComponentRef reference) {
    ModelFile model = ModelFile.read(reference.getPlace().getFile(), reference.getInlineModel());
    if (!type.isInstance(model)) {
      throw Fault.input(
          "'"
              + reference.getId()
              + "' in models is of kind "
              + model.descriptor().kind().symbol()
              + ", here a "
              + kind.symbol()
              + " model is wanted.");
    }
    return new Held(model, Optional.empty(), record(model.descriptor(), "", ""));
  }

  private static ComponentLease record(Descriptor descriptor, String bundle, String bundleVersion) {
    return ComponentLease.newBuilder()
        .setKind(descriptor.kind().symbol())
        .setId(descriptor.id())
        .setVersion(descriptor.version())
        .setBundle(bundle)
        .setBundleVersion(bundleVersion)
        .build();
  }

  /** What was taken, each once; a model that stands in the experiment has no bundle. */
  public List<ComponentLease> records() {
    Map<String, ComponentLease> each = new LinkedHashMap<>();
    for (Held one : held.values()) {
      ComponentLease record = one.record();
      each.putIfAbsent(record.getKind() + " " + record.getId() + "@" + record.getVersion(), record);
    }
    return List.copyOf(each.values());
  }

  private static ComponentKind kind(Class<?> type) {
    for (ComponentKind kind : ComponentKind.values()) {
      if (kind.service().equals(type.getName())) {
        return kind;
      }
    }
    throw new IllegalArgumentException(type + " is no kind of component");
  }

  @Override
  public void close() {
    held.forEach(
        (key, each) -> {
          if (former.get(key) != each) {
            each.giveBack();
          }
        });
    held.clear();
  }
}
