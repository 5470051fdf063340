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
import java.util.ArrayList;
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

  private final Catalog catalog;
  private final Map<String, String> pinned = new LinkedHashMap<>();
  private final Map<Key, Component> components = new LinkedHashMap<>();
  private final Map<String, ComponentLease> records = new LinkedHashMap<>();
  private final List<Lease<?>> open = new ArrayList<>();

  /**
   * Leases from a catalog.
   *
   * @param pins what a resumed run used before: exactly these versions are taken again
   */
  public Leases(Catalog catalog, List<ComponentLease> pins) {
    this.catalog = catalog;
    pins.forEach(pin -> pinned.put(pin.getKind() + " " + pin.getId(), pin.getVersion()));
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
    Component known = components.get(key);
    if (known == null) {
      known =
          reference.getInlineModel().isEmpty()
              ? lease(type, kind, reference)
              : inline(type, kind, reference);
      components.put(key, known);
    }
    return type.cast(known);
  }

  private <T extends Component> T lease(Class<T> type, ComponentKind kind, ComponentRef reference) {
    String range = reference.getVersionRange();
    String pin = pinned.get(kind.symbol() + " " + reference.getId());
    if (pin != null && range.isEmpty()) {
      range = "[" + pin + "," + pin + "]";
    }
    Lease<T> lease = catalog.lease(type, reference.getId(), range);
    open.add(lease);
    record(lease.offer().descriptor(), lease.offer().bundle(), lease.offer().bundleVersion());
    return lease.component();
  }

  private <T extends Component> T inline(
      Class<T> type, ComponentKind kind, ComponentRef reference) {
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
    record(model.descriptor(), "", "");
    return type.cast(model);
  }

  private void record(Descriptor descriptor, String bundle, String bundleVersion) {
    records.putIfAbsent(
        descriptor.kind() + " " + descriptor.reference(),
        ComponentLease.newBuilder()
            .setKind(descriptor.kind().symbol())
            .setId(descriptor.id())
            .setVersion(descriptor.version())
            .setBundle(bundle)
            .setBundleVersion(bundleVersion)
            .build());
  }

  /** What was taken, each once; a model that stands in the experiment has no bundle. */
  public List<ComponentLease> records() {
    return List.copyOf(records.values());
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
    open.forEach(Lease::close);
    open.clear();
  }
}
