package dev.glia.drivers.conformance;

import dev.glia.v1.Array;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** States that don't fit a network, made from one that does. */
final class BadStates {
  private BadStates() {}

  /** What's wrong with it, and the state. */
  static Map<String, NetworkState> of(NetworkState good) {
    Map<String, NetworkState> bad = new LinkedHashMap<>();
    bad.put("an empty message", NetworkState.getDefaultInstance());
    bad.put("another dt", good.toBuilder().setDt(2 * good.getDt()).build());
    bad.put("a negative tick", good.toBuilder().setTick(-1).build());
    bad.put("a population less", good.toBuilder().removePopulations(0).build());
    PopulationState first = good.getPopulations(0);
    bad.put(
        "a population more",
        good.toBuilder().addPopulations(first.toBuilder().setName("someone-else")).build());
    for (int p = 0; p < good.getPopulationsCount(); p++) {
      population(good, p, bad);
    }
    for (int p = 0; p < good.getProjectionsCount(); p++) {
      projection(good, p, bad);
    }
    return bad;
  }

  private static void population(NetworkState good, int index, Map<String, NetworkState> bad) {
    PopulationState of = good.getPopulations(index);
    String where = " (" + of.getName() + ")";
    bad.put("another name" + where, with(good, index, of.toBuilder().setName("someone-else")));
    bad.put("another size" + where, with(good, index, of.toBuilder().setSize(of.getSize() + 1)));
    bad.put(
        "a spike of nobody" + where,
        with(
            good,
            index,
            of.toBuilder()
                .addSpikes(
                    PastSpikes.newBuilder().setTick(good.getTick()).addNeurons(of.getSize()))));
    if (of.getVariablesCount() > 0) {
      Array variable = of.getVariables(0);
      bad.put("a variable less" + where, with(good, index, of.toBuilder().removeVariables(0)));
      bad.put(
          "a renamed variable" + where,
          with(
              good, index, of.toBuilder().setVariables(0, variable.toBuilder().setName("nobody"))));
      bad.put(
          "a variable cut short" + where,
          with(good, index, of.toBuilder().setVariables(0, cutShort(variable))));
      bad.put(
          "a variable that isn't a number" + where,
          with(good, index, of.toBuilder().setVariables(0, notANumber(variable))));
    }
  }

  private static void projection(NetworkState good, int index, Map<String, NetworkState> bad) {
    ProjectionState of = good.getProjections(index);
    String where = " (" + of.getName() + ")";
    bad.put("another name" + where, with(good, index, of.toBuilder().setName("someone-else")));
    bad.put(
        "another number of synapses" + where,
        with(good, index, of.toBuilder().setSynapses(of.getSynapses() + 1)));
    if (of.hasWeights()) {
      bad.put(
          "weights cut short" + where,
          with(good, index, of.toBuilder().setWeights(cutShort(of.getWeights()))));
      bad.put(
          "a weight that isn't a number" + where,
          with(good, index, of.toBuilder().setWeights(notANumber(of.getWeights()))));
    }
  }

  private static NetworkState with(NetworkState good, int index, PopulationState.Builder bad) {
    return good.toBuilder().setPopulations(index, bad).build();
  }

  private static NetworkState with(NetworkState good, int index, ProjectionState.Builder bad) {
    return good.toBuilder().setProjections(index, bad).build();
  }

  private static Array cutShort(Array array) {
    Array.Builder shorter = array.toBuilder();
    if (array.hasDoubles()) {
      shorter.getDoublesBuilder().clearItems();
      IntStream.range(0, array.getDoubles().getItemsCount() - 1)
          .forEach(i -> shorter.getDoublesBuilder().addItems(array.getDoubles().getItems(i)));
    } else {
      shorter.getFloatsBuilder().clearItems();
      IntStream.range(0, array.getFloats().getItemsCount() - 1)
          .forEach(i -> shorter.getFloatsBuilder().addItems(array.getFloats().getItems(i)));
    }
    return shorter.build();
  }

  private static Array notANumber(Array array) {
    Array.Builder changed = array.toBuilder();
    if (array.hasDoubles()) {
      changed.getDoublesBuilder().setItems(0, Double.NaN);
    } else {
      changed.getFloatsBuilder().setItems(0, Float.NaN);
    }
    return changed.build();
  }
}
