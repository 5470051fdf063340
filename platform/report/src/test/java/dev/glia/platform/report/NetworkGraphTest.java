package dev.glia.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Graph;
import dev.glia.api.figure.Content.Node;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.InputSpec;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.NetworkSpec;
import dev.glia.v1.PoissonInput;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.Quantity;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import org.junit.jupiter.api.Test;

class NetworkGraphTest {
  @Test
  void arrowsSayWhetherTheyExciteInhibitOrLearn() {
    Graph graph =
        NetworkGraph.of(
            NetworkSpec.newBuilder()
                .addPopulations(population("input", "poisson", 784))
                .addPopulations(population("cells", "lif", 1_000))
                .addProjections(
                    projection("input", "cells", 1)
                        .addLearning(
                            LearningSpec.newBuilder()
                                .setRule(ComponentRef.newBuilder().setId("pair-stdp"))))
                .addProjections(projection("cells", "cells", -1))
                .addProjections(
                    projection("cells", "cells", 1)
                        .setSynapse(
                            ComponentRef.newBuilder()
                                .setParameters(
                                    ValueMap.newBuilder()
                                        .addEntries(
                                            ValueMap.Entry.newBuilder()
                                                .setKey("e_rev")
                                                .setValue(quantity(-0.1, "mV"))))))
                .addInputs(
                    InputSpec.newBuilder()
                        .setTarget("cells")
                        .setPoisson(PoissonInput.newBuilder().setRate(quantity(20_000, "kHz"))))
                .build());
    assertThat(graph.nodes())
        .containsExactly(
            new Node("input", "input", "784 × poisson", "source"),
            new Node("cells", "cells", "1,000 × lif", "population"),
            new Node("input 1", "input", "Poisson 20 kHz", "source"));
    assertThat(graph.edges().stream().map(Edge::kind))
        .containsExactly("learning", "inhibitory", "inhibitory", "excitatory");
    assertThat(graph.edges().getFirst().label()).isEqualTo("pair-stdp");
  }

  private static PopulationSpec population(String name, String model, int size) {
    return PopulationSpec.newBuilder()
        .setName(name)
        .setModel(ComponentRef.newBuilder().setId(model))
        .setSize(size)
        .build();
  }

  private static ProjectionSpec.Builder projection(String from, String to, double weight) {
    return ProjectionSpec.newBuilder()
        .setSource(from)
        .setTarget(to)
        .setTopology(ComponentRef.newBuilder().setId("all-to-all"))
        .setWeight(quantity(weight, ""));
  }

  private static Value quantity(double value, String unit) {
    return Value.newBuilder()
        .setQuantity(Quantity.newBuilder().setValue(value).setUnit(unit))
        .build();
  }
}
