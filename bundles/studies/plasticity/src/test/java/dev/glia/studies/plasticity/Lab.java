package dev.glia.studies.plasticity;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.platform.studies.running.StudyRunnerService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The components that the studies run with: those of the shipped bundles, on the class path. */
public final class Lab implements Catalog {
  private static final List<String> MODELS =
      List.of(
          "lif-adaptive",
          "lif-conductance",
          "poisson",
          "spike-source",
          "lif-taught",
          "exponential",
          "delta",
          "teacher-gated-stdp",
          "relative-conductance",
          "symmetric-stdp",
          "synaptic-scaling");
  private static final List<String> CLASSES =
      List.of(
          "dev.glia.topologies.AllToAll",
          "dev.glia.topologies.AllButOne",
          "dev.glia.topologies.OneToOne",
          "dev.glia.encoders.PoissonRate",
          "dev.glia.datasets.images.Mnist",
          "dev.glia.drivers.cpu.CpuDriver");

  private final List<Component> components = new ArrayList<>();

  public Lab(Component... more) {
    MODELS.forEach(model -> components.add(model(model)));
    CLASSES.forEach(name -> components.add(make(name)));
    components.addAll(List.of(more));
  }

  public StudyRunner runner() {
    return new StudyRunnerService(this, new ExperimentRunnerService(this));
  }

  /** The same with another text of a model. */
  public Lab with(String model, String text, String replacement) {
    Lab changed = new Lab();
    changed.components.clear();
    for (Component each : components) {
      changed.components.add(
          each instanceof ModelFile && each.descriptor().id().equals(model)
              ? ModelFile.read(model + ".yaml", text(model).replace(text, replacement))
              : each);
    }
    return changed;
  }

  private static ModelFile model(String id) {
    return ModelFile.read(id + ".yaml", text(id));
  }

  private static String text(String id) {
    String file = "OSGI-INF/glia/" + id + ".yaml";
    try (InputStream in = Lab.class.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(c -> c.descriptor().kind() == kind)
        .map(c -> new Offer(c.descriptor(), "test", "1.0.0", 0))
        .sorted(Comparator.comparing(offer -> offer.descriptor().id()))
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
    return new Lease<>() {
      @Override
      public T component() {
        return found;
      }

      @Override
      public Offer offer() {
        return new Offer(found.descriptor(), "test", "1.0.0", 0);
      }

      @Override
      public void close() {}
    };
  }
}
