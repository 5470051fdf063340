package dev.glia.datasets.graphs;

import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.Sample;
import java.util.List;

/** Some papers of a graph; a paper's label is its topic. */
record Papers(CitationGraph graph, int[] chosen) implements GraphDataset {
  @Override
  public long size() {
    return chosen.length;
  }

  @Override
  public int[] shape() {
    return new int[] {graph.words()[0].length};
  }

  @Override
  public int classes() {
    return graph.topics();
  }

  @Override
  public Sample sample(long index) {
    int paper = node(index);
    return Sample.of(graph.words()[paper], graph.topic()[paper]);
  }

  @Override
  public int nodes() {
    return graph.topic().length;
  }

  @Override
  public List<Edge> edges() {
    return graph.edges();
  }

  @Override
  public int node(long index) {
    return chosen[Math.toIntExact(index)];
  }

  @Override
  public String origin() {
    return chosen.length + " of " + nodes() + " papers, " + graph.origin();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
