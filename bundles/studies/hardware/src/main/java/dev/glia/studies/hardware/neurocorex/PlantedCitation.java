package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A stand-in for a graph of citations: papers cite papers of their own topic with a probability,
 * and of some papers the topic is known.
 *
 * @param topic of each paper
 * @param edges pairs of papers
 * @param known whether a paper's topic is
 */
record PlantedCitation(int[] topic, List<Edge> edges, boolean[] known) {
  private static final int[] SIZES = {20, 12, 26, 15, 8, 3};
  private static final int EDGES = 86;
  private static final double LOYALTY = 0.85;
  static final int TOPICS = SIZES.length;

  record Edge(int one, int other) {}

  /** In random order each paper is joined with an earlier one; the rest of the edges are added. */
  static PlantedCitation draw(RandomStream random) {
    int[] topic = topics();
    int[] order = shuffled(topic.length, random);
    SequencedSet<Edge> edges = new LinkedHashSet<>();
    for (int i = 1; i < order.length; i++) {
      List<Integer> earlier = new ArrayList<>();
      for (int k = 0; k < i; k++) {
        earlier.add(order[k]);
      }
      edges.add(edge(order[i], partner(order[i], earlier, topic, random)));
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < topic.length; i++) {
      all.add(i);
    }
    while (edges.size() < EDGES) {
      int one = random.nextInt(topic.length);
      edges.add(edge(one, partner(one, all, topic, random)));
    }
    return new PlantedCitation(topic, List.copyOf(edges), known(topic, random));
  }

  /** The same papers, and as many edges, between any two. */
  PlantedCitation rewired(RandomStream random) {
    SequencedSet<Edge> anywhere = new LinkedHashSet<>();
    while (anywhere.size() < edges.size()) {
      int one = random.nextInt(topic.length);
      int other = random.nextInt(topic.length);
      if (one != other) {
        anywhere.add(edge(one, other));
      }
    }
    return new PlantedCitation(topic, List.copyOf(anywhere), known);
  }

  private static int[] topics() {
    List<Integer> topics = new ArrayList<>();
    for (int t = 0; t < TOPICS; t++) {
      for (int i = 0; i < SIZES[t]; i++) {
        topics.add(t);
      }
    }
    return topics.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Edge edge(int one, int other) {
    return new Edge(Math.min(one, other), Math.max(one, other));
  }

  /** One of its own topic with the probability, of another topic else; any if there's none. */
  private static int partner(int paper, List<Integer> from, int[] topic, RandomStream random) {
    boolean loyal = random.nextDouble() < LOYALTY;
    List<Integer> others = from.stream().filter(other -> other != paper).toList();
    List<Integer> wanted =
        others.stream().filter(other -> topic[other] == topic[paper] == loyal).toList();
    List<Integer> pool = wanted.isEmpty() ? others : wanted;
    return pool.get(random.nextInt(pool.size()));
  }

  /** Three of each topic, two of the smallest. */
  private static boolean[] known(int[] topic, RandomStream random) {
    boolean[] known = new boolean[topic.length];
    int[] left = {3, 3, 3, 3, 3, 2};
    for (int paper : shuffled(topic.length, random)) {
      known[paper] = left[topic[paper]]-- > 0;
    }
    return known;
  }

  static int[] shuffled(int size, RandomStream random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
