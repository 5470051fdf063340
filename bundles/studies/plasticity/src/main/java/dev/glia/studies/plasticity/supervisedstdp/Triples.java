package dev.glia.studies.plasticity.supervisedstdp;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.HeatMap;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.CellContext;
import dev.glia.learners.patterns.PatternExam;
import dev.glia.learners.patterns.Patterns;
import java.util.List;

/** Three patterns on one output: accuracy by the distances among them. */
final class Triples {
  private static final int STEPS = 6; // distances 2, 4 … 12

  private Triples() {}

  static void report(List<boolean[][]> known, PatternExam[] exams, CellContext context) {
    double[] byMean = new double[2 * STEPS + 1];
    int[] counts = new int[byMean.length];
    double[] field = new double[STEPS * STEPS]; // largest by smallest distance
    int[] fieldCounts = new int[field.length];
    for (int d = 0; d < exams.length; d++) {
      boolean[][] own = known.get(d);
      int a = Patterns.distance(own[0], own[1]);
      int b = Patterns.distance(own[0], own[2]);
      int c = Patterns.distance(own[1], own[2]);
      double accuracy = exams[d].detections().accuracy();
      int mean = (int) Math.rint((a + b + c) / 3.0);
      byMean[mean] += accuracy;
      counts[mean]++;
      int least = Math.min(a, Math.min(b, c));
      int at = (Math.max(a, Math.max(b, c)) / 2 - 1) * STEPS + least / 2 - 1;
      field[at] += accuracy;
      fieldCounts[at]++;
    }
    for (int mean = 0; mean < byMean.length; mean++) {
      if (counts[mean] > 0) {
        context.number("accuracy_" + mean, byMean[mean] / counts[mean]);
      }
    }
    for (int i = 0; i < field.length; i++) {
      field[i] = fieldCounts[i] > 0 ? field[i] / fieldCounts[i] : Double.NaN;
    }
    context.figure(
        new Figure(
            "three-patterns",
            "Three patterns on one output",
            "Accuracy over all 4,096 patterns, by the smallest and the largest distance among the"
                + " three that were learned.",
            new HeatMap(
                Axis.of("smallest distance", ""),
                Axis.of("largest distance", ""),
                Axis.of("accuracy", ""),
                STEPS,
                STEPS,
                field,
                new double[] {1, 1},
                new double[] {2 * STEPS + 1, 2 * STEPS + 1})));
  }
}
