package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.Deviation;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import dev.glia.drivers.neurocorex.core.Fixed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises a network's neurons as the core's, and says what their equations lose. */
final class NeuronMapping {
  private final Network network;
  private final Placement placement;

  /** By population. */
  private final Map<String, Map<String, Values>> parameters;

  private final Verdicts verdicts;

  NeuronMapping(
      Placement placement, Map<String, Map<String, Values>> parameters, Verdicts verdicts) {
    network = placement.network();
    this.placement = placement;
    this.parameters = parameters;
    this.verdicts = verdicts;
  }

  /**
   * The largest threshold, whatever its sign.
   *
   * @throws Unfit if a neuron isn't one of the core's
   */
  double largestThreshold() {
    double largest = 0;
    for (int p : placement.firstNeurons().keySet()) {
      Population population = network.populations().get(p);
      for (int i = 0; i < distinct(population); i++) {
        NeuronProgram program = program(population, i);
        double own = NeuronFit.threshold(program, start(population, program, i));
        largest = Math.max(largest, Math.abs(own));
      }
    }
    return largest;
  }

  /** The neurons in the core's numbers; what isn't one of the core's is refused. */
  CoreNeuron[] fit(double scale) {
    CoreNeuron[] neurons = new CoreNeuron[placement.neurons()];
    placement.firstNeurons().forEach((p, first) -> fit(p, first, scale, neurons));
    return neurons;
  }

  private void fit(int p, int first, double scale, CoreNeuron[] into) {
    Population population = network.populations().get(p);
    try {
      int distinct = distinct(population);
      for (int i = 0; i < population.size(); i++) {
        if (i < distinct) {
          NeuronProgram program = program(population, i);
          into[first + i] = NeuronFit.of(program, start(population, program, i), scale);
        } else {
          into[first + i] = into[first];
        }
      }
    } catch (Unfit e) {
      verdicts.refuse("population " + population.name(), e.aspect(), e.getMessage());
    }
  }

  /** The core has one leak: biases take up what differs, in place. */
  void shareLeak(CoreNeuron[] neurons, double scale) {
    for (int n = 0; n < neurons.length; n++) {
      neurons[n] = neurons[n].withLeak(neurons[0].leak());
    }
    placement
        .firstNeurons()
        .forEach(
            (p, first) -> {
              Population population = network.populations().get(p);
              for (int i = 0; i < distinct(population); i++) {
                sayDifferences(population, i, neurons[first + i], scale);
              }
            });
  }

  private void sayDifferences(Population population, int i, CoreNeuron neuron, double scale) {
    String where = "population " + population.name();
    if (neuron.bias() > Fixed.MAX || neuron.bias() < Fixed.MIN || neuron.threshold() > Fixed.MAX) {
      verdicts.refuse(where, Aspect.PARAMETER, "leaks and biases are too far apart for one leak");
    }
    sayRounding(where, neuron, scale);
    NeuronProgram program = program(population, i);
    List<String> differences =
        NeuronFit.differences(program, start(population, program, i), scale, neuron);
    if (!differences.isEmpty()) {
      verdicts.say(where, Aspect.SPIKE, Verdict.APPROXIMATED, String.join("; ", differences));
    }
    if (program.refractoryTicks() == 0 && neuron.bias() >= neuron.threshold()) {
      verdicts.say(
          where,
          Aspect.SPIKE,
          Verdict.APPROXIMATED,
          "the core's neurons don't spike in two steps running");
    }
  }

  private void sayRounding(String where, CoreNeuron neuron, double scale) {
    double off = Math.max(Math.abs(neuron.thresholdError()), Math.abs(neuron.leakError()));
    if (Math.abs(neuron.leakError()) > 1e-9 || scale != 1) {
      double worst = off / scale;
      verdicts.say(
          where,
          Aspect.PARAMETER,
          Verdict.QUANTIZED,
          "%.6g of the core for 1; threshold %.7g, leak less bias %.7g there"
              .formatted(
                  scale,
                  CoreNeuron.value(neuron.threshold()),
                  CoreNeuron.value(neuron.leak() - neuron.bias())),
          Optional.of(Deviation.absolute(worst, worst, "of the membrane's unit")));
    }
  }

  private NeuronProgram program(Population population, int neuron) {
    return new NeuronProgram(population, parameters.get(population.name()), neuron, network.dt());
  }

  private static Map<String, Double> start(
      Population population, NeuronProgram program, int neuron) {
    Map<String, Double> start = new HashMap<>();
    for (Variable variable : program.variables()) {
      start.put(variable.name(), 0.0);
      start.put(variable.name(), startOf(population, program, variable, neuron));
    }
    return start;
  }

  private static double startOf(
      Population population, NeuronProgram program, Variable variable, int neuron) {
    Values given = population.start().get(variable.name());
    return given == null ? program.initial(variable) : given.at(neuron);
  }

  /** How many neurons of a population have parameters of their own: one if all share theirs. */
  private int distinct(Population population) {
    boolean shared =
        parameters.get(population.name()).values().stream().allMatch(Values::isShared)
            && population.start().values().stream().allMatch(Values::isShared);
    return shared ? 1 : population.size();
  }
}
