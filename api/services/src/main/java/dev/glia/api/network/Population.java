package dev.glia.api.network;

import dev.glia.api.equations.Drive;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Receptor;
import java.util.List;
import java.util.Map;

/**
 * Neurons of one kind.
 *
 * @param name unique in the network
 * @param model reference of the neuron model, {@code lif@1.0.0}, for messages
 * @param size positive
 * @param neuron the model's equations
 * @param receptors what incoming projections act through
 * @param drives stimuli
 * @param program neuron, receptors and drives joined
 * @param parameters a value for each parameter of the program, by name
 * @param start initial values that replace the program's own, by variable
 */
public record Population(
    String name,
    String model,
    int size,
    NeuronEquations neuron,
    List<Receptor> receptors,
    List<Drive> drives,
    PopulationProgram program,
    Map<String, Values> parameters,
    Map<String, Values> start) {
  public Population {
    receptors = List.copyOf(receptors);
    drives = List.copyOf(drives);
    parameters = Map.copyOf(parameters);
    start = Map.copyOf(start);
  }
}
