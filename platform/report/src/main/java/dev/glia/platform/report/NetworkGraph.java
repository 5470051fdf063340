package dev.glia.platform.report;

import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Graph;
import dev.glia.api.figure.Content.Node;
import dev.glia.platform.report.plot.NumberText;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.InputSpec;
import dev.glia.v1.NetworkSpec;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks as graphs: a node a population or input, an arrow a projection. */
public final class NetworkGraph {
  /** Reversal potentials below this inhibit, in V. */
  private static final double INHIBITING = -0.055;

  private NetworkGraph() {}

  /** The graph of a network as it stands in a specification. */
  public static Graph of(NetworkSpec network) {
    Set<String> driven = new HashSet<>();
    network.getProjectionsList().forEach(p -> driven.add(p.getTarget()));
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (PopulationSpec population : network.getPopulationsList()) {
      String detail = "%,d × %s".formatted(population.getSize(), population.getModel().getId());
      String kind = driven.contains(population.getName()) ? "population" : "source";
      nodes.add(new Node(population.getName(), population.getName(), detail, kind));
    }
    for (ProjectionSpec projection : network.getProjectionsList()) {
      edges.add(edge(projection));
    }
    int number = 0;
    for (InputSpec input : network.getInputsList()) {
      String id = "input " + ++number;
      String label = input.getName().isBlank() ? "input" : input.getName();
      nodes.add(new Node(id, label, stimulus(input), "source"));
      edges.add(new Edge(id, input.getTarget(), input.getInto(), kind(input)));
    }
    return new Graph(nodes, edges);
  }

  private static Edge edge(ProjectionSpec projection) {
    String rules =
        projection.getLearningList().stream()
            .map(learning -> learning.getRule().getId())
            .collect(Collectors.joining(" + "));
    String label = projection.getTopology().getId();
    String kind =
        !rules.isEmpty()
            ? "learning"
            : inhibits(projection.getWeight(), projection.getSynapse())
                ? "inhibitory"
                : "excitatory";
    return new Edge(
        projection.getSource(), projection.getTarget(), rules.isEmpty() ? label : rules, kind);
  }

  private static String kind(InputSpec input) {
    Value weight =
        input.hasPoisson() ? input.getPoisson().getWeight() : input.getCurrent().getAmplitude();
    return inhibits(weight, input.getPoisson().getSynapse()) ? "inhibitory" : "excitatory";
  }

  private static String stimulus(InputSpec input) {
    return input.hasPoisson()
        ? "Poisson " + quantity(input.getPoisson().getRate())
        : "current " + quantity(input.getCurrent().getAmplitude());
  }

  private static String quantity(Value value) {
    if (!value.hasQuantity()) {
      return "";
    }
    // Stored in base units; shown as it was written where that's easy to say.
    String unit = value.getQuantity().getUnit();
    double number = value.getQuantity().getValue();
    return switch (unit) {
      case "kHz" -> NumberText.of(number / 1e3) + " kHz";
      case "nA" -> NumberText.of(number / 1e-9) + " nA";
      case "pA" -> NumberText.of(number / 1e-12) + " pA";
      case "mV" -> NumberText.of(number / 1e-3) + " mV";
      default -> NumberText.of(number) + (unit.isEmpty() ? "" : " " + unit);
    };
  }

  /** Whether its weight is negative, or its reversal potential low. */
  private static boolean inhibits(Value weight, ComponentRef synapse) {
    if (weight.hasQuantity() && weight.getQuantity().getValue() < 0) {
      return true;
    }
    return synapse.getParameters().getEntriesList().stream()
        .filter(entry -> entry.getKey().equals("e_rev"))
        .map(ValueMap.Entry::getValue)
        .anyMatch(e -> e.hasQuantity() && e.getQuantity().getValue() < INHIBITING);
  }
}
