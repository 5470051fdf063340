package dev.glia.interchange;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.ParameterType;
import dev.glia.api.component.Parameters;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.units.Quantity;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The components that the tests run with: those of the shipped bundles, on the class path. */
public final class Lab implements Catalog {
  private static final List<String> MODELS =
      List.of(
          "nir-lif",
          "nir-lif-euler",
          "nir-if",
          "nir-li",
          "nir-li-euler",
          "nir-i",
          "nir-cuba-lif",
          "nir-cuba-lif-euler",
          "nir-cuba-li",
          "nir-cuba-li-euler",
          "nir-threshold",
          "nir-output",
          "nir-analog",
          "lif",
          "lif-delta",
          "adex",
          "poisson",
          "spike-source",
          "delta",
          "exponential");
  private static final List<String> CLASSES =
      List.of(
          "dev.glia.topologies.AllToAll",
          "dev.glia.topologies.Explicit",
          "dev.glia.topologies.FixedProbability",
          "dev.glia.topologies.OneToOne",
          "dev.glia.interchange.spikes.Nwb",
          "dev.glia.interchange.spikes.SpikesNpz",
          "dev.glia.analyzers.spikes.FiringRates",
          "dev.glia.drivers.reference.ReferenceDriver",
          "dev.glia.drivers.cpu.CpuDriver");

  private final List<Component> components = new ArrayList<>();

  private Lab() {
    MODELS.forEach(model -> components.add(model(model)));
    CLASSES.forEach(name -> make(name).ifPresent(components::add));
  }

  public static ExperimentRunner runner() {
    return new ExperimentRunnerService(new Lab());
  }

  /** Parameters as a component gets them: what is given, by the text that a user types. */
  public static Parameters parameters(Descriptor descriptor, Map<String, String> given) {
    Map<String, Object> values = new HashMap<>();
    for (ParameterSchema schema : descriptor.parameters()) {
      String text = given.getOrDefault(schema.name(), schema.defaultText());
      values.put(
          schema.name(),
          schema.type() == ParameterType.QUANTITY ? (Object) Quantity.parse(text).value() : text);
    }
    return new Parameters(values);
  }

  private static ModelFile model(String id) {
    String file = "OSGI-INF/glia/" + id + ".yaml";
    try (InputStream in = Lab.class.getClassLoader().getResourceAsStream(file)) {
      return ModelFile.read(id + ".yaml", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.util.Optional<Component> make(String name) {
    try {
      return java.util.Optional.of((Component) Class.forName(name).getConstructor().newInstance());
    } catch (ClassNotFoundException absent) {
      return java.util.Optional.empty();
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
