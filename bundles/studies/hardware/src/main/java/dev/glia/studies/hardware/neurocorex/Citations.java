package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.studies.hardware.neurocorex.PlantedCitation.Edge;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Papers get the topic to which activity that starts in them has strengthened their synapse. */
final class Citations {
  private static final int STEPS = 10;

  private Citations() {}

  static void measure(Cell cell, CellContext context) throws DeviceLostException {
    double sum = 0;
    int graphs = cell.integer("graphs");
    for (int i = 0; i < graphs; i++) {
      RandomStream random = context.random("citations " + i);
      PlantedCitation graph = PlantedCitation.draw(random);
      if (cell.condition().equals("graph-rewired")) {
        graph = graph.rewired(random);
      }
      double[][] shares = classify(graph, cell, context);
      sum += accuracy(graph, shares);
      if (i == 0 && cell.condition().equals("graph")) {
        context.figure(figure(graph, shares));
      }
      context.progress(i + 1L, graphs, "graphs");
    }
    context.number("accuracy", sum / graphs);
  }

  /** Each paper's share in each topic: 1 for the one it gets, less for each of several. */
  private static double[][] classify(PlantedCitation graph, Cell cell, CellContext context)
      throws DeviceLostException {
    Deployment deployment = context.deploy("citations.yaml", settings(graph));
    boolean learns = !cell.condition().equals("graph-no-stdp");
    deployment.setLearning("learn", learns);
    deployment.setLearning("learn-back", learns);
    NetworkState fresh = deployment.snapshot();
    double[][] shares = new double[graph.topic().length][PlantedCitation.TOPICS];
    InputBlock in = new InputBlock();
    OutputBlock out = new OutputBlock(deployment.network());
    int papers =
        deployment.network().populations().indexOf(deployment.network().population("papers"));
    int row = 0;
    for (int paper = 0; paper < shares.length; paper++) {
      if (graph.known()[paper]) {
        shares[paper][graph.topic()[paper]] = 1;
        continue;
      }
      deployment.restore(fresh);
      in.clear();
      in.add(1, papers, paper);
      deployment.advance(STEPS, in, out);
      float[] weights = deployment.readWeights("learn");
      share(weights, PlantedCitation.TOPICS * row++, shares[paper]);
    }
    deployment.close();
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

  private static double accuracy(PlantedCitation graph, double[][] shares) {
    return IntStream.range(0, shares.length)
        .filter(paper -> !graph.known()[paper])
        .mapToDouble(paper -> shares[paper][graph.topic()[paper]])
        .average()
        .orElseThrow();
  }

  private static List<String> settings(PlantedCitation graph) {
    List<String> cite = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      cite.add(pair(edge.one(), edge.other()));
      cite.add(pair(edge.other(), edge.one()));
    }
    List<String> known = new ArrayList<>();
    List<String> back = new ArrayList<>();
    List<String> learn = new ArrayList<>();
    List<String> learnBack = new ArrayList<>();
    List<String> hold = new ArrayList<>();
    for (int paper = 0; paper < graph.topic().length; paper++) {
      hold.add(graph.known()[paper] ? "1 ms" : "1 s");
      for (int t = 0; t < PlantedCitation.TOPICS; t++) {
        if (!graph.known()[paper]) {
          learn.add(pair(paper, t));
          learnBack.add(pair(t, paper));
        } else if (t == graph.topic()[paper]) {
          known.add(pair(paper, t));
          back.add(pair(t, paper));
        }
      }
    }
    return List.of(
        "populations.papers.t_ref=" + hold,
        synapses("cite", cite),
        synapses("known", known),
        synapses("known-back", back),
        synapses("learn", learn),
        synapses("learn-back", learnBack));
  }

  private static String synapses(String projection, List<String> pairs) {
    return "projections." + projection + ".topology={explicit: " + pairs + "}";
  }

  private static String pair(int from, int to) {
    return "[" + from + ", " + to + "]";
  }

  /** Papers around their own topic, colored by the topic that they get. */
  private static Figure figure(PlantedCitation graph, double[][] shares) {
    int papers = shares.length;
    double[] x = new double[papers];
    double[] y = new double[papers];
    int[] got = new int[papers];
    for (int paper = 0; paper < papers; paper++) {
      double topic = 2 * Math.PI * graph.topic()[paper] / PlantedCitation.TOPICS;
      double turn = 2.4 * paper; // the golden angle spreads them evenly
      double reach = 0.08 * Math.sqrt(1 + paper % 26);
      x[paper] = Math.cos(topic) + reach * Math.cos(turn);
      y[paper] = Math.sin(topic) + reach * Math.sin(turn);
      for (int t = 0; t < PlantedCitation.TOPICS; t++) {
        got[paper] = shares[paper][t] > shares[paper][got[paper]] ? t : got[paper];
      }
    }
    List<String> topics =
        IntStream.range(0, PlantedCitation.TOPICS).mapToObj(t -> "topic " + t).toList();
    return new Figure(
        "citations",
        "The graph, colored by prediction",
        "Papers stand around the place of their own topic; the color is the topic that they get.",
        new Chart(
            Axis.of("", ""),
            Axis.of("", ""),
            List.of(new Mark.Scatter("papers", x, y, got, topics))));
  }
}
