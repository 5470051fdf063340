package dev.glia.studies.plasticity.symmetricstdp;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import java.util.ArrayList;
import java.util.List;

/** The study's figures. */
final class Figures {
  private Figures() {}

  static List<Figure> overview(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    TableFigures.lines(
            "accuracy-curve",
            "Accuracy while it learns",
            "Share of test images that are answered rightly, over training images shown.",
            "curve",
            Axis.of("images shown", ""),
            Axis.of("accuracy", ""),
            table,
            new Mark.Level("chance", 0.1))
        .ifPresent(figures::add);
    TableFigures.bars(
            "accuracy",
            "What each mechanism is worth",
            "Accuracy with everything, and without each mechanism. Chance is 0.1. Error bars are"
                + " the standard deviation over seeds.",
            "accuracy",
            table)
        .ifPresent(figures::add);
    table.stream()
        .filter(each -> each.series().containsKey("window"))
        .findFirst()
        .ifPresent(each -> figures.add(window(each.series().get("window"))));
    return figures;
  }

  private static Figure window(Measurement.Series window) {
    double[] rule = new double[window.x().length];
    for (int i = 0; i < rule.length; i++) {
      rule[i] = 5e-4 * Math.exp(-Math.abs(window.x()[i]) / 20);
    }
    int[] none = new int[0];
    return new Figure(
        "stdp-window",
        "The symmetric window",
        "Change of a weight by one pair of spikes, as measured on the target, over the time from"
            + " the spike before to the spike after the synapse. Both orders strengthen alike.",
        new Chart(
            Axis.of("lag", "ms"),
            Axis.of("change of weight", ""),
            List.of(
                new Mark.Line("exp(−|lag|/20 ms)", window.x(), rule),
                new Mark.Scatter("measured", window.x(), window.y(), none, List.of()))));
  }
}
