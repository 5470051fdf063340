package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.analysis.RecordingFigures;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.SpikePlayer;
import dev.glia.deployments.SpikePlayer.Forced;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Papers get the topic to which activity that starts in them has strengthened their synapse. */
final class Citations {
  private static final int STEPS = 10;

  private final int[] topic; // of each paper
  private final int topics;
  private final boolean[] known; // whether a paper's topic is
  private final List<Edge> edges;

  private Citations(GraphDataset papers, GraphDataset taught) {
    topic = IntStream.range(0, papers.nodes()).map(i -> papers.sample(i).label()).toArray();
    topics = papers.classes();
    edges = papers.edges();
    known = new boolean[topic.length];
    IntStream.range(0, (int) taught.size()).forEach(i -> known[taught.node(i)] = true);
  }

  static void measure(Cell cell, CellContext context) throws DeviceLostException {
    double sum = 0;
    int graphs = cell.integer("graphs");
    for (int i = 0; i < graphs; i++) {
      Map<String, Object> draw =
          Map.of(
              "seed",
              cell.seed(),
              "stream",
              "study/neurocorex/citations " + i,
              "rewired",
              cell.condition().equals("graph-rewired") ? "yes" : "no");
      Citations citations = new Citations(open(context, "all", draw), open(context, "train", draw));
      double[][] shares = citations.classify(context, !cell.condition().equals("graph-no-stdp"));
      sum += citations.accuracy(shares);
      if (i == 0 && cell.condition().equals("graph")) {
        context.figure(citations.figure(shares));
      }
      context.progress(i + 1L, graphs, "graphs");
    }
    context.number("accuracy", sum / graphs);
  }

  private static GraphDataset open(CellContext context, String split, Map<String, Object> draw) {
    return (GraphDataset) context.dataset("planted-citations", split, draw);
  }

  /** Each paper's share in each topic: 1 for the one it gets, less for each of several. */
  private double[][] classify(CellContext context, boolean learns) throws DeviceLostException {
    double[][] shares = new double[topic.length][topics];
    try (Deployment deployment = context.deploy("citations.yaml", settings())) {
      deployment.setLearning("learn", learns);
      deployment.setLearning("learn-back", learns);
      NetworkState fresh = deployment.snapshot();
      SpikePlayer player = new SpikePlayer(deployment, "papers");
      int row = 0;
      for (int paper = 0; paper < topic.length; paper++) {
        if (known[paper]) {
          shares[paper][topic[paper]] = 1;
          continue;
        }
        deployment.restore(fresh);
        player.play(STEPS, List.of(new Forced(1, "papers", paper)));
        shares[paper] = shares(deployment.readWeights("learn"), topics * row++, topics);
      }
    }
    return shares;
  }

  private static double[] shares(float[] weights, int at, int topics) {
    double[] own = IntStream.range(at, at + topics).mapToDouble(i -> weights[i]).toArray();
    double most = Arrays.stream(own).max().orElseThrow();
    long ties = Arrays.stream(own).filter(weight -> weight == most).count();
    return Arrays.stream(own).map(weight -> weight == most ? 1.0 / ties : 0).toArray();
  }

  private double accuracy(double[][] shares) {
    return IntStream.range(0, topic.length)
        .filter(paper -> !known[paper])
        .mapToDouble(paper -> shares[paper][topic[paper]])
        .average()
        .orElseThrow();
  }

  private List<String> settings() {
    List<List<Integer>> cite = new ArrayList<>();
    edges.forEach(edge -> cite.add(List.of(edge.one(), edge.other())));
    cite.addAll(cite.stream().map(List::reversed).toList());
    List<List<Integer>> taught = new ArrayList<>();
    List<List<Integer>> learn = new ArrayList<>();
    List<String> hold = new ArrayList<>();
    for (int paper = 0; paper < topic.length; paper++) {
      hold.add(known[paper] ? "1 ms" : "1 s");
      for (int t = 0; t < topics; t++) {
        if (!known[paper] || t == topic[paper]) {
          (known[paper] ? taught : learn).add(List.of(paper, t));
        }
      }
    }
    return List.of(
        "populations.papers.t_ref=" + hold,
        synapses("cite", cite),
        synapses("known", taught),
        synapses("known-back", taught.stream().map(List::reversed).toList()),
        synapses("learn", learn),
        synapses("learn-back", learn.stream().map(List::reversed).toList()));
  }

  private static String synapses(String projection, List<List<Integer>> pairs) {
    return "projections." + projection + ".topology={explicit: " + pairs + "}";
  }

  private Figure figure(double[][] shares) {
    return RecordingFigures.confusions(
        "citations",
        "The graph, colored by prediction",
        "Papers stand around the place of their own topic; the color is the topic that they get.",
        IntStream.range(0, topics).mapToObj(t -> "topic " + t).toList(),
        topic,
        Arrays.stream(shares).mapToInt(Citations::first).toArray());
  }

  private static int first(double[] shares) {
    return IntStream.range(0, shares.length).filter(t -> shares[t] > 0).findFirst().orElseThrow();
  }
}
