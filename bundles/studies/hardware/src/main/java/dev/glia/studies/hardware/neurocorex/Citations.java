package dev.glia.studies.hardware.neurocorex;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.NodeLabels;
import dev.glia.deployments.SpikePlayer;
import dev.glia.deployments.SpikePlayer.Forced;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Papers get the topic to which activity that starts in them has strengthened their synapse. */
final class Citations {
  private static final int STEPS = 10;

  private Citations() {}

  static void measure(Cell cell, CellContext context) throws DeviceLostException {
    double sum = 0;
    int graphs = cell.integer("graphs");
    boolean learns = !cell.condition().equals("graph-no-stdp");
    for (int i = 0; i < graphs; i++) {
      String rewired = cell.condition().equals("graph-rewired") ? "yes" : "no";
      String stream = "study/neurocorex/citations " + i;
      Map<String, Object> draw = Map.of("seed", cell.seed(), "stream", stream, "rewired", rewired);
      NodeLabels papers = NodeLabels.of(context, "planted-citations", draw);
      double[][] weights = learned(papers, context, learns);
      sum += papers.accuracy(weights);
      if (i == 0 && cell.condition().equals("graph")) {
        context.figure(
            papers.confusions(
                "citations",
                "The graph, colored by prediction",
                "Papers stand around the place of their own topic; the color is the topic that they"
                    + " get.",
                weights));
      }
      context.progress(i + 1L, graphs, "graphs");
    }
    context.number("accuracy", sum / graphs);
  }

  /** Weights from each paper of unknown topic to each topic after a spike of the paper. */
  private static double[][] learned(NodeLabels papers, CellContext context, boolean learns)
      throws DeviceLostException {
    double[][] learned = new double[papers.nodes()][papers.classes()];
    try (Deployment deployment = context.deploy("citations.yaml", settings(papers))) {
      deployment.setLearning("learn", learns);
      deployment.setLearning("learn-back", learns);
      NetworkState fresh = deployment.snapshot();
      SpikePlayer player = new SpikePlayer(deployment, "papers");
      int at = 0;
      for (int paper = 0; paper < papers.nodes(); paper++) {
        if (!papers.known()[paper]) {
          deployment.restore(fresh);
          player.play(STEPS, List.of(new Forced(1, "papers", paper)));
          float[] weights = deployment.readWeights("learn");
          for (int topic = 0; topic < papers.classes(); topic++) {
            learned[paper][topic] = weights[at++];
          }
        }
      }
    }
    return learned;
  }

  private static List<String> settings(NodeLabels papers) {
    List<String> hold = new ArrayList<>();
    for (boolean known : papers.known()) {
      hold.add(known ? "1 ms" : "1 s");
    }
    return List.of(
        "populations.papers.t_ref=" + hold,
        synapses("cite", papers.neighbors()),
        synapses("known", papers.labeled()),
        synapses("known-back", NodeLabels.reversed(papers.labeled())),
        synapses("learn", papers.unlabeled()),
        synapses("learn-back", NodeLabels.reversed(papers.unlabeled())));
  }

  private static String synapses(String projection, List<List<Integer>> pairs) {
    return "projections." + projection + ".topology={explicit: " + pairs + "}";
  }
}
