package dev.glia.platform.runner.building;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.v1.Array;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries a state over to a network with the same parts and other equations, by the names of
 * variables.
 *
 * @param dropped what the old network has and the new one hasn't: {@code cells.w}
 * @param fresh what begins with its start value: {@code cells.u}
 */
public record StateCarry(Network from, Network to, List<String> dropped, List<String> fresh) {
  public StateCarry {
    dropped = List.copyOf(dropped);
    fresh = List.copyOf(fresh);
  }

  /** Compares two networks whose populations and projections have the same names. */
  public static StateCarry between(Network from, Network to) {
    List<String> dropped = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (Population old : from.populations()) {
      Set<String> before = names(old.program().state());
      Set<String> after = names(to.population(old.name()).program().state());
      note(old.name(), before, after, dropped, fresh);
    }
    for (Projection old : from.projections()) {
      note(old.name(), variables(old), variables(to.projection(old.name())), dropped, fresh);
    }
    return new StateCarry(from, to, dropped, fresh);
  }

  private static void note(
      String part,
      Set<String> before,
      Set<String> after,
      List<String> dropped,
      List<String> fresh) {
    before.stream()
        .filter(name -> !after.contains(name))
        .sorted()
        .forEach(name -> dropped.add(part + "." + name));
    after.stream()
        .filter(name -> !before.contains(name))
        .sorted()
        .forEach(name -> fresh.add(part + "." + name));
  }

  private static Set<String> names(List<Variable> variables) {
    Set<String> names = new HashSet<>();
    variables.forEach(variable -> names.add(variable.name()));
    return names;
  }

  private static Set<String> variables(Projection projection) {
    Set<String> names = new HashSet<>();
    projection
        .learning()
        .map(Projection.Plasticity::program)
        .ifPresent(
            program -> {
              names.addAll(names(program.synapse()));
              names.addAll(names(program.pre()));
              names.addAll(names(program.post()));
            });
    return names;
  }

  /**
   * The old network's state as one of the new network.
   *
   * @param state of the old network
   * @param start the new network's own initial state
   */
  public NetworkState carry(NetworkState state, NetworkState start) {
    NetworkState.Builder carried = state.toBuilder().clearPopulations().clearProjections();
    for (int p = 0; p < start.getPopulationsCount(); p++) {
      carried.addPopulations(
          population(state.getPopulations(p), start.getPopulations(p), from.populations().get(p)));
    }
    for (int i = 0; i < start.getProjectionsCount(); i++) {
      carried.addProjections(
          projection(
              state.getProjections(i),
              start.getProjections(i),
              from.projections().get(i),
              to.projections().get(i)));
    }
    return carried.build();
  }

  private static PopulationState population(
      PopulationState state, PopulationState start, Population from) {
    return state.toBuilder()
        .clearVariables()
        .addAllVariables(byName(state.getVariablesList(), start.getVariablesList()))
        .clearParameters()
        .addAllParameters(parameters(state.getParametersList(), start.getParametersList(), from))
        .build();
  }

  /** Of each variable that there is now, the old values where there are any. */
  private static List<Array> byName(List<Array> old, List<Array> now) {
    List<Array> carried = new ArrayList<>();
    for (Array each : now) {
      carried.add(
          old.stream()
              .filter(a -> a.getName().equals(each.getName()) && length(a) == length(each))
              .findFirst()
              .orElse(each));
    }
    return carried;
  }

  private static int length(Array array) {
    return array.hasDoubles()
        ? array.getDoubles().getItemsCount()
        : array.getFloats().getItemsCount();
  }

  /** Parameters that were changed while the old network ran keep their values. */
  private static List<Array> parameters(List<Array> old, List<Array> now, Population from) {
    List<Array> carried = new ArrayList<>();
    for (Array each : now) {
      carried.add(
          old.stream()
              .filter(a -> a.getName().equals(each.getName()))
              .filter(a -> isChanged(a, from))
              .findFirst()
              .orElse(each));
    }
    return carried;
  }

  private static boolean isChanged(Array now, Population from) {
    Values specified = from.parameters().get(now.getName());
    return specified == null || !Arrays.equals(values(now), specified.toArray());
  }

  private static double[] values(Array array) {
    List<? extends Number> items =
        array.hasDoubles() ? array.getDoubles().getItemsList() : array.getFloats().getItemsList();
    return items.stream().mapToDouble(Number::doubleValue).toArray();
  }

  private static ProjectionState projection(
      ProjectionState state, ProjectionState start, Projection from, Projection to) {
    ProjectionState.Builder carried =
        state.toBuilder()
            .clearSynapseVariables()
            .addAllSynapseVariables(
                byName(state.getSynapseVariablesList(), start.getSynapseVariablesList()))
            .clearPreVariables()
            .addAllPreVariables(byName(state.getPreVariablesList(), start.getPreVariablesList()))
            .clearPostVariables()
            .addAllPostVariables(
                byName(state.getPostVariablesList(), start.getPostVariablesList()));
    if (from.learning().isEmpty()) {
      carried.setLearning(start.getLearning());
    }
    if (!program(from).equals(program(to))) {
      carried.clearDeferred();
    }
    return carried.build();
  }

  private static Optional<LearningProgram> program(Projection projection) {
    return projection.learning().map(Projection.Plasticity::program);
  }
}
