package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.data.GraphDataset;
import dev.glia.api.data.GraphDataset.Edge;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.SpikePlayer;
import dev.glia.deployments.SpikePlayer.Forced;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
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
        share(deployment.readWeights("learn"), topics * row++, shares[paper]);
      }
    }
    return shares;
  }

  private static void share(float[] weights, int at, double[] shares) {
    double most = Float.NEGATIVE_INFINITY;
    int ties = 0;
    for (int t = 0; t < shares.length; t++) {
      ties = weights[at + t] > most ? 1 : weights[at + t] == most ? ties + 1 : ties;
      most = Math.max(most, weights[at + t]);
    }
    for (int t = 0; t < shares.length; t++) {
      shares[t] = weights[at + t] == most ? 1.0 / ties : 0;
    }
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
        if (!known[paper]) {
          learn.add(List.of(paper, t));
        } else if (t == topic[paper]) {
          taught.add(List.of(paper, t));
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

  /** Papers around their own topic, colored by the topic that they get. */
  private Figure figure(double[][] shares) {
    double[] x = new double[topic.length];
    double[] y = new double[topic.length];
    int[] got = new int[topic.length];
    for (int paper = 0; paper < topic.length; paper++) {
      double side = 2 * Math.PI * topic[paper] / topics;
      double turn = 2.4 * paper; // the golden angle spreads them evenly
      double reach = 0.08 * Math.sqrt(1 + paper % 26);
      x[paper] = Math.cos(side) + reach * Math.cos(turn);
      y[paper] = Math.sin(side) + reach * Math.sin(turn);
      for (int t = 0; t < topics; t++) {
        got[paper] = shares[paper][t] > shares[paper][got[paper]] ? t : got[paper];
      }
    }
    List<String> names = IntStream.range(0, topics).mapToObj(t -> "topic " + t).toList();
    return new Figure(
        "citations",
        "The graph, colored by prediction",
        "Papers stand around the place of their own topic; the color is the topic that they get.",
        new Chart(
            Axis.of("", ""),
            Axis.of("", ""),
            List.of(new Mark.Scatter("papers", x, y, got, names))));
  }
}
