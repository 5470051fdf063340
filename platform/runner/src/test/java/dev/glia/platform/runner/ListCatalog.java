package dev.glia.platform.runner;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** A catalog over a list of components that counts its open leases. */
final class ListCatalog implements Catalog {
  private final List<Component> components;
  private int open;

  ListCatalog(List<Component> components) {
    this.components = new ArrayList<>(components);
  }

  ListCatalog with(Component... more) {
    List<Component> all = new ArrayList<>(components);
    all.addAll(List.of(more));
    return new ListCatalog(all);
  }

  int openLeases() {
    return open;
  }

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(c -> c.descriptor().kind() == kind)
        .map(ListCatalog::offer)
        .toList();
  }

  private static Offer offer(Component component) {
    return new Offer(component.descriptor(), "test", "1.0.0", 0);
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    VersionRange range = versionRange.isEmpty() ? null : new VersionRange(versionRange);
    T best = null;
    List<String> ids = new ArrayList<>();
    for (Component each : components) {
      if (!type.isInstance(each)) {
        continue;
      }
      ids.add(each.descriptor().id());
      Version version = new Version(each.descriptor().version());
      boolean fits =
          each.descriptor().id().equals(id) && (range == null || range.includes(version));
      if (fits
          && (best == null || version.compareTo(new Version(best.descriptor().version())) > 0)) {
        best = type.cast(each);
      }
    }
    if (best == null) {
      throw new Fault(
          Fault.Kind.MISSING,
          "no component '" + id + "' is installed; " + Spelling.advice(id, ids));
    }
    open++;
    return new ListLease<>(best);
  }

  private final class ListLease<T extends Component> implements Lease<T> {
    private T component;
    private final Offer offer;

    ListLease(T component) {
      this.component = component;
      this.offer = ListCatalog.offer(component);
    }

    @Override
    public T component() {
      if (component == null) {
        throw new IllegalStateException("the lease is closed");
      }
      return component;
    }

    @Override
    public Offer offer() {
      return offer;
    }

    @Override
    public void close() {
      if (component != null) {
        component = null;
        open--;
      }
    }
  }
}
