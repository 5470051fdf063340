package dev.glia.interchange;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.ParameterType;
import dev.glia.api.component.Parameters;
import dev.glia.api.units.Quantity;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.testkit.TestCatalog;
import java.util.HashMap;
import java.util.Map;

/** The components that the tests run with: those of the shipped bundles, on the class path. */
public final class Lab {
  private static final TestCatalog CATALOG =
      TestCatalog.of()
          .withModels(
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
              "exponential")
          .withClasses(
              "dev.glia.topologies.AllToAll",
              "dev.glia.topologies.Explicit",
              "dev.glia.topologies.FixedProbability",
              "dev.glia.topologies.OneToOne",
              "dev.glia.interchange.spikes.Nwb",
              "dev.glia.interchange.spikes.SpikesNpz",
              "dev.glia.analyzers.spikes.FiringRates",
              "dev.glia.drivers.reference.ReferenceDriver",
              "dev.glia.drivers.cpu.CpuDriver");

  private Lab() {}

  public static ExperimentRunner runner() {
    return new ExperimentRunnerService(CATALOG);
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
}
