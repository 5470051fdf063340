package dev.glia.interchange.nir;

import java.util.Map;

/**
 * A population as a node of NIR.
 *
 * @param node name of its node
 * @param type as in the file
 * @param size number of neurons
 * @param spikes whether it emits spikes
 * @param parameters a value a neuron
 * @param bias constant input of each neuron
 * @param into where spikes have to arrive: input or state variable
 * @param factors what a weight is multiplied with to be one of NIR, for each neuron
 */
record LiftedPopulation(
    String node,
    String type,
    int size,
    boolean spikes,
    Map<String, double[]> parameters,
    double[] bias,
    String into,
    double[] factors) {
  boolean isInput() {
    return type.equals("Input");
  }

  boolean isOutput() {
    return type.equals("Output");
  }

  /** Whether what it gives is a potential. */
  boolean isAnalog() {
    return !spikes && !isOutput();
  }
}
