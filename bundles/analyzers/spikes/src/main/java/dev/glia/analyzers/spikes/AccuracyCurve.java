package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Accuracy over the last presentations, at some presentations of a phase.
 *
 * @param after number of presentations up to a point
 * @param accuracy over the last of these, or over all where there are fewer
 */
record AccuracyCurve(String phase, int[] after, double[] accuracy, int last) {
  private static final int POINTS = 100;

  static AccuracyCurve of(String phase, List<Recording.Answer> answers, int last) {
    int stride = Math.ceilDiv(answers.size(), POINTS);
    int points = Math.ceilDiv(answers.size(), stride);
    int[] after = new int[points];
    double[] accuracy = new double[points];
    int right = 0;
    int point = 0;
    for (int i = 0; i < answers.size(); i++) {
      right += isRight(answers.get(i));
      if (i >= last) {
        right -= isRight(answers.get(i - last));
      }
      if ((i + 1) % stride == 0 || i + 1 == answers.size()) {
        after[point] = i + 1;
        accuracy[point++] = (double) right / Math.min(i + 1, last);
      }
    }
    return new AccuracyCurve(phase, after, accuracy, last);
  }

  private static int isRight(Recording.Answer answer) {
    return answer.answer() == answer.label() ? 1 : 0;
  }

  void write(ResultSink into) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      rows.add(List.of(String.valueOf(after[i]), Moments.cell(accuracy[i])));
    }
    into.table("accuracy-curve." + phase, List.of("presentations", "accuracy"), rows);
  }

  /** A panel for each phase. */
  static byte[] draw(List<AccuracyCurve> curves) {
    Figure figure = new Figure();
    for (AccuracyCurve curve : curves) {
      Scale x = new Scale(0, curve.after[curve.after.length - 1]);
      Panel panel = figure.panel(curve.phase, 150, x, new Scale(0, 1));
      double[] places = new double[curve.after.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = curve.after[i];
      }
      panel.line(places, curve.accuracy, 0);
      panel.xAxis("presentations of phase " + curve.phase);
      panel.yAxis("accuracy, last " + curve.last);
    }
    return figure.svg("Accuracy");
  }
}
