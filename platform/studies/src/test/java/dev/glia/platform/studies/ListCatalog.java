package dev.glia.platform.studies;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.running.StudyRunnerService;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalog over a list of components that counts its open leases. */
final class ListCatalog implements Catalog {
  private final List<Component> components;
  private final AtomicInteger open = new AtomicInteger();

  ListCatalog(Component... components) {
    this.components = List.of(components);
  }

  StudyRunner runner() {
    return new StudyRunnerService(this, new ExperimentRunnerService(this));
  }

  int openLeases() {
    return open.get();
  }

  private static Offer offerOf(Component component) {
    return new Offer(component.descriptor(), "test", "1.0.0", 0);
  }

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(c -> c.descriptor().kind() == kind)
        .map(ListCatalog::offerOf)
        .toList();
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    T found =
        components.stream()
            .filter(c -> type.isInstance(c) && c.descriptor().id().equals(id))
            .map(type::cast)
            .findFirst()
            .orElseThrow(() -> new Fault(Fault.Kind.MISSING, "no component '" + id + "'"));
    open.incrementAndGet();
    return new Lease<>() {
      @Override
      public T component() {
        return found;
      }

      @Override
      public Offer offer() {
        return offerOf(found);
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
