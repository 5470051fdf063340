package dev.glia.platform.runner;

import dev.glia.api.component.Component;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The components that the tests run with: those of the shipped bundles, on the class path. */
final class Lab {
  private static final List<String> MODELS =
      List.of(
          "lif",
          "lif-delta",
          "lif-adaptive",
          "lif-conductance",
          "adex",
          "poisson",
          "spike-source",
          "delta",
          "exponential",
          "relative-conductance",
          "pair-stdp",
          "symmetric-stdp",
          "reward-stdp",
          "synaptic-scaling");
  private static final List<String> CLASSES =
      List.of(
          "dev.glia.topologies.AllToAll",
          "dev.glia.topologies.AllButOne",
          "dev.glia.topologies.Explicit",
          "dev.glia.topologies.FixedInDegree",
          "dev.glia.topologies.FixedProbability",
          "dev.glia.topologies.OneToOne",
          "dev.glia.encoders.PoissonRate",
          "dev.glia.encoders.Latency",
          "dev.glia.encoders.DirectCurrent",
          "dev.glia.datasets.images.Mnist",
          "dev.glia.datasets.images.Digits8x8",
          "dev.glia.analyzers.spikes.Accuracy",
          "dev.glia.analyzers.spikes.FiringRates",
          "dev.glia.analyzers.spikes.Raster",
          "dev.glia.analyzers.spikes.IntervalStatistics",
          "dev.glia.analyzers.spikes.Traces",
          "dev.glia.analyzers.spikes.WeightImages",
          "dev.glia.drivers.reference.ReferenceDriver",
          "dev.glia.drivers.cpu.CpuDriver");

  static final ListCatalog CATALOG = new ListCatalog(all());

  private Lab() {}

  static ExperimentRunner runner() {
    return new ExperimentRunnerService(CATALOG);
  }

  /** A runner that also has the data set of the task tests. */
  static ExperimentRunner withStripes() {
    return new ExperimentRunnerService(CATALOG.with(new Stripes()));
  }

  private static List<Component> all() {
    List<Component> all = new ArrayList<>();
    for (String model : MODELS) {
      all.add(model(model));
    }
    for (String name : CLASSES) {
      all.add(make(name));
    }
    return all;
  }

  static ModelFile model(String id) {
    return ModelFile.read(id + ".yaml", text(id));
  }

  /** The file of a shipped model. */
  static String text(String id) {
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
}
