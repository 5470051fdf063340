package dev.glia.deployments;

import dev.glia.api.analysis.RecordingFigures;
import dev.glia.api.component.Fault;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.CellContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The nodes of a graph, of some of which the class is known: what a network is built from that
 * tells the classes of the others, and how well it does.
 *
 * <p>Pairs are in the form of the topology {@code explicit}: {@code [from, to]}.
 *
 * @param label class of each node; not to be changed
 * @param classes how many there are
 * @param known whether a node's class is; not to be changed
 * @param edges of the graph
 */
public record NodeLabels(int[] label, int classes, boolean[] known, List<Edge> edges) {
  /**
   * The nodes of a data set.
   *
   * @param all its split of all nodes
   * @param train its split of those whose class is known
   */
  public static NodeLabels of(GraphDataset all, GraphDataset train) {
    int[] label = new int[all.nodes()];
    for (int i = 0; i < all.size(); i++) {
      label[all.node(i)] = all.sample(i).label();
    }
    boolean[] known = new boolean[label.length];
    for (int i = 0; i < train.size(); i++) {
      known[train.node(i)] = true;
    }
    return new NodeLabels(label, all.classes(), known, all.edges());
  }

  /**
   * The nodes of a data set that a study asks for.
   *
   * @param reference of a data set with the splits {@code all} and {@code train}, whose samples are
   *     nodes: {@code planted-citations}
   * @throws Fault INPUT if they aren't
   */
  public static NodeLabels of(CellContext context, String reference, Map<String, ?> parameters) {
    Dataset all = context.dataset(reference, "all", parameters);
    Dataset train = context.dataset(reference, "train", parameters);
    if (all instanceof GraphDataset nodes && train instanceof GraphDataset known) {
      return of(nodes, known);
    }
    throw Fault.input(reference + " is no graph. Name a data set like planted-citations.");
  }

  public int nodes() {
    return label.length;
  }

  /** Each edge in both directions. */
  public List<List<Integer>> neighbors() {
    List<List<Integer>> forth =
        edges.stream().map(edge -> List.of(edge.one(), edge.other())).toList();
    return Stream.concat(forth.stream(), reversed(forth).stream()).toList();
  }

  /** Nodes whose class is known, each with its class. */
  public List<List<Integer>> labeled() {
    return pairs().filter(pair -> known[pair.get(0)] && label[pair.get(0)] == pair.get(1)).toList();
  }

  /** Nodes whose class isn't known, in ascending order, each with every class. */
  public List<List<Integer>> unlabeled() {
    return pairs().filter(pair -> !known[pair.get(0)]).toList();
  }

  private Stream<List<Integer>> pairs() {
    return IntStream.range(0, label.length * classes)
        .mapToObj(i -> List.of(i / classes, i % classes));
  }

  /** The same pairs, from the second to the first. */
  public static List<List<Integer>> reversed(List<List<Integer>> pairs) {
    return pairs.stream().map(List::reversed).toList();
  }

  /**
   * Share of the nodes whose class isn't known that are told rightly; of several classes with the
   * same score, each counts in part. NaN if all are known.
   *
   * @param scores of each node's classes, the highest is what the node gets
   */
  public double accuracy(double[][] scores) {
    return IntStream.range(0, label.length)
        .filter(node -> !known[node])
        .mapToDouble(
            node -> {
              double most = Arrays.stream(scores[node]).max().orElseThrow();
              long ties = Arrays.stream(scores[node]).filter(score -> score == most).count();
              return scores[node][label[node]] == most ? 1.0 / ties : 0;
            })
        .average()
        .orElse(Double.NaN);
  }

  /** Nodes around the place of their class, colored by the class that they get, or that's known. */
  public Figure confusions(String id, String title, String caption, double[][] scores) {
    int[] given =
        IntStream.range(0, label.length)
            .map(node -> known[node] ? label[node] : highest(scores[node]))
            .toArray();
    List<String> names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    return RecordingFigures.confusions(id, title, caption, names, label, given);
  }

  private static int highest(double[] scores) {
    int highest = 0;
    for (int c = 1; c < scores.length; c++) {
      highest = scores[c] > scores[highest] ? c : highest;
    }
    return highest;
  }
}
