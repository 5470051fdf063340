package dev.glia.platform.benchmarks;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The components of shipped bundles that the workloads need, from the class path. */
final class ClassPathCatalog implements Catalog {
  private static final List<String> MODELS =
      List.of(
          "lif",
          "lif-delta",
          "lif-conductance",
          "poisson",
          "rate",
          "delta",
          "exponential",
          "rate-coupling",
          "pair-stdp");
  private static final List<String> CLASSES =
      List.of(
          "dev.glia.topologies.AllToAll",
          "dev.glia.topologies.FixedProbability",
          "dev.glia.topologies.FixedTotalNumber",
          "dev.glia.analyzers.spikes.FiringRates",
          "dev.glia.analyzers.spikes.IntervalStatistics",
          "dev.glia.analyzers.spikes.Raster",
          "dev.glia.drivers.reference.ReferenceDriver",
          "dev.glia.drivers.cpu.CpuDriver");

  private final List<Component> components =
      Stream.concat(
              MODELS.stream().map(ClassPathCatalog::model),
              CLASSES.stream().map(ClassPathCatalog::make))
          .toList();

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(each -> each.descriptor().kind() == kind)
        .map(ClassPathCatalog::offer)
        .toList();
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    T found =
        components.stream()
            .filter(each -> type.isInstance(each) && each.descriptor().id().equals(id))
            .map(type::cast)
            .findFirst()
            .orElseThrow(() -> new Fault(Fault.Kind.MISSING, "no component '" + id + "'"));
    return new Lease<>() {
      @Override
      public T component() {
        return found;
      }

      @Override
      public Offer offer() {
        return ClassPathCatalog.offer(found);
      }

      @Override
      public void close() {}
    };
  }

  private static Offer offer(Component component) {
    return new Offer(component.descriptor(), "test", "1.0.0", 0);
  }

  private static Component model(String id) {
    String file = "OSGI-INF/glia/" + id + ".yaml";
    try (InputStream in = ClassPathCatalog.class.getClassLoader().getResourceAsStream(file)) {
      return ModelFile.read(id + ".yaml", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Component make(String name) {
    try {
      return (Component) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
