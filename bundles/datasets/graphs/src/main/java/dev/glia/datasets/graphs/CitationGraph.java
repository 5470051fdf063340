package dev.glia.datasets.graphs;

import dev.glia.api.component.Fault;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Papers that cite each other.
 *
 * @param topic of each paper, from 0
 * @param topics how many there are
 * @param words of each paper, all of one length, which may be 0
 * @param edges pairs of papers of which one cites the other
 * @param origin for people
 */
record CitationGraph(int[] topic, int topics, float[][] words, List<Edge> edges, String origin) {
  static final List<String> SPLITS = List.of("train", "test", "all");

  static void checkSplit(String id, String split) {
    if (!SPLITS.contains(split)) {
      throw Fault.input(
          id
              + " has no split '"
              + split
              + "'. It has train (papers whose topic is known), test"
              + " and all.");
    }
  }

  /**
   * Papers whose topic is known: as many of each topic, at random, but one of each stays unknown.
   */
  boolean[] known(int ofEach, RandomStream random) {
    int[] left = new int[topics];
    Arrays.stream(topic).forEach(t -> left[t]++);
    for (int t = 0; t < topics; t++) {
      left[t] = Math.min(ofEach, left[t] - 1);
    }
    boolean[] known = new boolean[topic.length];
    for (int paper : random.permutation(topic.length)) {
      known[paper] = left[topic[paper]]-- > 0;
    }
    return known;
  }

  GraphDataset split(String name, boolean[] known) {
    IntPredicate in =
        switch (name) {
          case "train" -> paper -> known[paper];
          case "test" -> paper -> !known[paper];
          default -> paper -> true;
        };
    return new Papers(this, IntStream.range(0, topic.length).filter(in).toArray());
  }
}
