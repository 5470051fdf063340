package dev.glia.interchange.nir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph as populations and connections.
 *
 * @param populations in the order of the file
 * @param outputs populations that Output nodes show
 */
record LoweredNetwork(
    List<Population> populations, List<Connection> connections, List<String> outputs) {
  /**
   * What has neurons.
   *
   * @param name the node's
   * @param neuron its type; absent for Input and Output nodes
   * @param isInput whether it's an Input node
   * @param shape of its neurons
   * @param parameters a value a neuron, or one for all, by name; times in seconds
   * @param bias constant input of each neuron
   */
  record Population(
      String name,
      Optional<NeuronType> neuron,
      boolean isInput,
      int[] shape,
      Map<String, double[]> parameters,
      double[] bias) {
    int size() {
      return NirArray.count(shape);
    }

    /** Whether what leaves it are spikes. */
    boolean spikes() {
      return isInput || neuron.map(NeuronType::spikes).orElse(false);
    }
  }

  /** From one population to another. */
  record Connection(String from, String to, SparseMap map) {}
}
