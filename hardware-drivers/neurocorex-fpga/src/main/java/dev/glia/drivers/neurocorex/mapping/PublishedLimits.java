package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Values;
import java.util.Arrays;
import java.util.Map;

/** What becomes of a network that fits our core on one with the published commands only. */
final class PublishedLimits {
  /** No weight is weakened below it, and that can't be changed. */
  private static final int FLOOR = -1;

  private final Plan plan;
  private final Verdicts verdicts;

  PublishedLimits(Plan plan, Verdicts verdicts) {
    this.plan = plan;
    this.verdicts = verdicts;
  }

  void say() {
    checkBiases();
    for (Map.Entry<Integer, Integer> each : plan.placement().firstNeurons().entrySet()) {
      Population population = plan.placement().network().populations().get(each.getKey());
      sayPopulation(population, each.getValue());
    }
    for (Wire wire : plan.placement().wires()) {
      sayWire(wire);
    }
  }

  private void checkBiases() {
    long biased = Arrays.stream(plan.neurons()).filter(n -> n.bias() != 0).count();
    if (biased > 1) {
      plan.placement().firstNeurons().keySet().stream()
          .map(p -> "population " + plan.placement().network().populations().get(p).name())
          .forEach(
              where ->
                  verdicts.add(
                      where,
                      Aspect.PARAMETER,
                      Verdict.REFUSED,
                      "%d neurons need a bias, or a leak of their own, but a published core gives a"
                              .formatted(biased)
                          + " bias to one"));
    }
  }

  private void sayPopulation(Population population, int first) {
    String where = "population " + population.name();
    for (int i = 0; i < population.size(); i++) {
      if (!startsAtRest(population, plan.neurons()[first + i], i)) {
        verdicts.add(
            where,
            Aspect.START,
            Verdict.REFUSED,
            "the membranes of a published core start at 0, and can't be set");
        break;
      }
    }
    verdicts.add(
        where,
        Aspect.SPIKE,
        Verdict.APPROXIMATED,
        "a published core's sums wrap at -128 and 128: a run in which one does ends there;"
            + " unchecked wire: parameters aren't read back, spikes are compared with the host's"
            + " model");
  }

  private boolean startsAtRest(Population population, CoreNeuron neuron, int index) {
    for (Variable variable : population.program().state()) {
      if (variable.name().equals(neuron.membrane())) {
        Values given = population.start().get(variable.name());
        double start = given == null ? plan.start(population, variable) : given.at(index);
        return CoreNeuron.nearest(start * plan.scale()) == 0;
      }
    }
    return true;
  }

  private void sayWire(Wire wire) {
    String where = wire.where();
    if (wire.fromInputs) {
      verdicts.add(
          where,
          Aspect.WEIGHT,
          Verdict.APPROXIMATED,
          "unchecked wire: the published core's input weights aren't read back; it takes an event"
              + " of one line a tick, and a run that needs more ends there");
    }
    if (wire.projection.learning().isEmpty()) {
      return;
    }
    int floor = plan.rule().orElseThrow()[wire.fromInputs ? 0 : 1].floor();
    if (floor == FLOOR) {
      verdicts.add(
          where,
          Aspect.LEARNING,
          Verdict.APPROXIMATED,
          "a published core learns as soon as a neuron spikes, not when the spike arrives: windows"
              + " pair spikes 1 to their length of steps apart");
    } else {
      verdicts.add(
          where,
          Aspect.LEARNING,
          Verdict.REFUSED,
          "the smallest weight of a published core that learns is %d, not %d"
              .formatted(FLOOR, floor));
    }
  }
}
