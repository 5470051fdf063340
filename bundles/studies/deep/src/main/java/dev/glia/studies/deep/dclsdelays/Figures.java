package dev.glia.studies.deep.dclsdelays;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The study's figures. */
final class Figures {
  private Figures() {}

  static List<Figure> of(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    TableFigures.bars(
            "accuracy",
            "Accuracy with whole delays",
            "Accuracy after delays were rounded and weights fine-tuned, at equal numbers of"
                + " synapses (mean and standard deviation over seeds).",
            "accuracy",
            table)
        .ifPresent(figures::add);
    delays("hidden", table).ifPresent(figures::add);
    delays("readout", table).ifPresent(figures::add);
    TableFigures.lines(
            "accuracy-by-epoch",
            "Accuracy while training",
            "Accuracy on fresh samples after each epoch, with the kernels of that epoch: with"
                + " annealing they are wide in the first quarter.",
            "accuracy_by_epoch",
            Axis.of("epoch", ""),
            Axis.of("accuracy", ""),
            table.stream().filter(m -> m.cell().seed() == table.getFirst().cell().seed()).toList())
        .ifPresent(figures::add);
    return figures;
  }

  private static Optional<Figure> delays(String layer, List<Measurement> table) {
    return table.stream()
        .filter(m -> m.cell().condition().equals("learned"))
        .findFirst()
        .map(
            m ->
                new Figure(
                    "delays-" + layer,
                    "Delays of the " + layer + " layer",
                    "Share of synapses by their delay, before and after training (one seed).",
                    new Chart(
                        Axis.of("delay", "steps"),
                        Axis.of("share of synapses", ""),
                        List.of(
                            histogram("before", m.series().get("delays_before_" + layer)),
                            histogram("after", m.series().get("delays_after_" + layer))))));
  }

  private static Mark histogram(String name, Measurement.Series shares) {
    double[] edges = new double[shares.x().length + 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i - 0.5;
    }
    return new Mark.Histogram(name, edges, shares.y());
  }
}
