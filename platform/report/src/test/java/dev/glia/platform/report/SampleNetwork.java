package dev.glia.platform.report;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Node;
import java.util.List;

/** The network of the made-up study. */
final class SampleNetwork {
  private SampleNetwork() {}

  static Content.Graph graph() {
    return new Content.Graph(
        List.of(
            new Node("input", "input", "784 × poisson", "source"),
            new Node("excitatory", "excitatory", "100 × lif-adaptive", "population"),
            new Node("inhibitory", "inhibitory", "100 × lif-conductance", "population"),
            new Node("classes", "classes", "10 × lif-conductance", "population"),
            new Node("teacher", "teacher", "200 Hz", "source")),
        List.of(
            new Edge("input", "excitatory", "symmetric-stdp", "learning"),
            new Edge("excitatory", "inhibitory", "one-to-one", "excitatory"),
            new Edge("inhibitory", "excitatory", "all-but-one", "inhibitory"),
            new Edge("excitatory", "classes", "symmetric-stdp", "learning"),
            new Edge("teacher", "classes", "while training", "excitatory")));
  }
}
