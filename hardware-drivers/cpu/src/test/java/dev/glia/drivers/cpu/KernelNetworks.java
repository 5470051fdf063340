package dev.glia.drivers.cpu;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** One population without projections, of each model that we ship and measure. */
final class KernelNetworks {
  static final int NEURONS = 4096;
  static final List<String> MODELS =
      List.of(
          "lif",
          "lif-delta",
          "lif-poisson",
          "lif-adaptive",
          "izhikevich",
          "hodgkin-huxley",
          "poisson",
          "fitzhugh-nagumo");

  private KernelNetworks() {}

  static Network of(String model) {
    return switch (model) {
      case "lif" ->
          network(
              neuron("integrate-and-fire/lif"),
              p -> {
                start(p, "v", -65e-3, -50e-3);
                synapses(p, TestNetworks.exponential());
                p.current("bias", "i_syn", "0.16 nA");
              });
      case "lif-delta" ->
          network(neuron("integrate-and-fire/lif-delta"), p -> start(p, "v", -65e-3, -50e-3));
      case "lif-poisson" ->
          network(
              neuron("integrate-and-fire/lif"),
              p -> {
                start(p, "v", -65e-3, -50e-3);
                p.receptor("background", TestNetworks.exponential(), "i_syn")
                    .poisson("noise", "background", "10 kHz", "6 pA");
              });
      case "lif-adaptive" ->
          network(
              neuron("integrate-and-fire/lif-adaptive"),
              p -> {
                start(p, "v", -65e-3, -55e-3);
                synapses(p, file("relative-conductance"));
              });
      case "izhikevich" ->
          network(
              neuron("integrate-and-fire/izhikevich"),
              p -> {
                start(p, "v", -65e-3, -55e-3);
                p.current("bias", "i_syn", "5 mV/ms");
              });
      case "hodgkin-huxley" ->
          network(
              neuron("conductance/hodgkin-huxley"),
              p -> {
                start(p, "v", -70e-3, -60e-3);
                p.current("bias", "i_syn", "1 nA");
              });
      case "poisson" -> network(neuron("sources/poisson"), p -> p.set("rate", "20 Hz"));
      case "fitzhugh-nagumo" ->
          network(
              neuron("conductance/fitzhugh-nagumo"),
              p -> {
                start(p, "v", -1.2, 1);
                p.current("bias", "i_syn", "0.5");
              });
      default -> throw new IllegalArgumentException("no model " + model);
    };
  }

  /** State variables that are computed in a tick. */
  static int variables(Network network) {
    return network.populations().get(0).program().state().size();
  }

  private static Network network(NeuronEquations model, Consumer<TestPopulation> settings) {
    return TestNetwork.with("0.1 ms")
        .population("cells", NEURONS, model, settings)
        .probeCounts("cells")
        .build();
  }

  private static void start(TestPopulation population, String variable, double low, double high) {
    RandomStream random = new RandomStream(9, "start", 0);
    double[] values = new double[NEURONS];
    Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
    population.start(variable, values);
  }

  private static void synapses(TestPopulation population, SynapseEquations synapse) {
    population.receptor("excitation", synapse, "i_syn").receptor("inhibition", synapse, "i_syn");
  }

  private static NeuronEquations neuron(String model) {
    int slash = model.indexOf('/');
    return ((ModelFile.Neuron)
            read("neurons/" + model.substring(0, slash), model.substring(slash + 1)))
        .equations();
  }

  private static SynapseEquations file(String synapse) {
    return ((ModelFile.Synapse) read("synapses", synapse)).equations();
  }

  /** From the bundle's sources: run in this module's directory. */
  private static ModelFile read(String bundle, String id) {
    Path path = Path.of("../../bundles", bundle, "src/main/resources/OSGI-INF/glia", id + ".yaml");
    try {
      return ModelFile.read(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
