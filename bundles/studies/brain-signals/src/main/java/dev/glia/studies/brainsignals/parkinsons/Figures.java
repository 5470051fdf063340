package dev.glia.studies.brainsignals.parkinsons;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The study's figures. */
final class Figures {
  private Figures() {}

  static List<Figure> overview(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    List<Mark> receivers = new ArrayList<>();
    List<Mark> ablations = new ArrayList<>();
    long first = table.isEmpty() ? 0 : table.get(0).cell().seed();
    for (Measurement each : table) {
      each.series()
          .forEach(
              (name, curve) -> {
                String what = name.replaceAll("_(roc|ablation)$", "").replace('_', ' ');
                if (each.cell().seed() == first && name.endsWith("_roc") && !what.endsWith("all")) {
                  receivers.add(new Mark.Line(what, curve.x(), curve.y()));
                } else if (each.cell().seed() == first && name.endsWith("_ablation")) {
                  ablations.add(band(what, each, curve.x()));
                  ablations.add(new Mark.Line(what, curve.x(), curve.y()));
                }
              });
    }
    if (!receivers.isEmpty()) {
      figures.add(
          new Figure(
              "receivers",
              "Sessions told apart",
              "True over false positives of sessions whose subjects were left out of training, by"
                  + " contrast and family of features.",
              new Chart(Axis.of("false positives", ""), Axis.of("true positives", ""), receivers)));
    }
    if (!ablations.isEmpty()) {
      figures.add(
          new Figure(
              "ablation",
              "With fewer features",
              "Accuracy without a random share of all features, mean of ten draws; the bands are"
                  + " the range with shuffled labels.",
              new Chart(Axis.of("share left out", ""), Axis.of("accuracy", ""), ablations)));
    }
    return figures;
  }

  private static Mark band(String name, Measurement of, double[] x) {
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    Arrays.fill(low, of.number(name.replace(' ', '_') + "_permuted_low"));
    Arrays.fill(high, of.number(name.replace(' ', '_') + "_permuted_high"));
    return new Mark.Band(name + ", shuffled", x, low, high);
  }
}
