package dev.glia.datasets.graphs;

import dev.glia.api.component.Fault;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/**
 * How a graph of citations is drawn.
 *
 * @param sizes papers of each topic
 * @param edges pairs of papers, as many as join all papers or more
 * @param loyalty probability that a paper cites one of its own topic
 */
record Planting(int[] sizes, int edges, double loyalty) {
  private static final int MOST_TRIES = 20; // for each edge

  /** In random order each paper is joined with an earlier one; the rest of the edges are added. */
  List<Edge> draw(RandomStream random) {
    int[] topic = topics();
    int[] order = random.permutation(topic.length);
    SequencedSet<Edge> drawn = new LinkedHashSet<>();
    List<Integer> earlier = new ArrayList<>();
    for (int paper : order) {
      if (!earlier.isEmpty()) {
        drawn.add(Edge.between(paper, partner(paper, earlier, topic, random)));
      }
      earlier.add(paper);
    }
    List<Integer> all = IntStream.range(0, topic.length).boxed().toList();
    for (long left = (long) MOST_TRIES * edges; drawn.size() < edges; left--) {
      if (left == 0) {
        throw Fault.input(
            "planted-citations: no room for "
                + edges
                + " edges between these papers with this"
                + " loyalty. Ask for fewer.");
      }
      int one = random.nextInt(topic.length);
      drawn.add(Edge.between(one, partner(one, all, topic, random)));
    }
    return List.copyOf(drawn);
  }

  /** As many edges, between any two papers. */
  List<Edge> rewired(RandomStream random) {
    int papers = papers();
    SequencedSet<Edge> anywhere = new LinkedHashSet<>();
    while (anywhere.size() < edges) {
      int one = random.nextInt(papers);
      int other = random.nextInt(papers);
      if (one != other) {
        anywhere.add(Edge.between(one, other));
      }
    }
    return List.copyOf(anywhere);
  }

  int papers() {
    return IntStream.of(sizes).sum();
  }

  /** Topic of each paper: those of one follow each other. */
  int[] topics() {
    return IntStream.range(0, sizes.length)
        .flatMap(t -> IntStream.generate(() -> t).limit(sizes[t]))
        .toArray();
  }

  /** One of its own topic with the probability, of another topic else; any if there's none. */
  private int partner(int paper, List<Integer> from, int[] topic, RandomStream random) {
    boolean loyal = random.nextDouble() < loyalty;
    List<Integer> others = from.stream().filter(other -> other != paper).toList();
    List<Integer> wanted =
        others.stream().filter(other -> topic[other] == topic[paper] == loyal).toList();
    List<Integer> pool = wanted.isEmpty() ? others : wanted;
    return pool.get(random.nextInt(pool.size()));
  }
}
