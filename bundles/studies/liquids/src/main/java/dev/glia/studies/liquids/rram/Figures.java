package dev.glia.studies.liquids.rram;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement;
import dev.glia.api.study.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of the study's table. */
final class Figures {
  private Figures() {}

  static List<Figure> of(List<Measurement> table) {
    List<Figure> figures = new ArrayList<>();
    bars(
            "accuracy",
            "Digits told from counts",
            "Accuracy of a linear readout of raw event counts, of ideal weights, and of the"
                + " macro's with more and more noise and defects. Chance is 0.1.",
            table)
        .ifPresent(figures::add);
    noise(table).ifPresent(figures::add);
    bars(
            "seen",
            "Tones find images of classes that were met",
            "Share of tones whose nearest image is of their class, where both senses tell of the"
                + " same point, and where they're unrelated.",
            table)
        .ifPresent(figures::add);
    bars(
            "unseen",
            "Tones find images of classes that weren't met",
            "The same among six classes that training left out. Chance is 1/6.",
            table)
        .ifPresent(figures::add);
    return figures;
  }

  private static Optional<Figure> bars(
      String number, String title, String caption, List<Measurement> table) {
    return TableFigures.bars(number, title, caption, number, table);
  }

  private static Optional<Figure> noise(List<Measurement> table) {
    TableFigures.Curve accuracy = TableFigures.over(table, "read_noise", "accuracy");
    if (accuracy.x().length < 2) {
      return Optional.empty();
    }
    List<Mark> marks = new ArrayList<>(accuracy.marks("mean over seeds"));
    marks.add(new Mark.Level("chance", 0.1));
    return Optional.of(
        new Figure(
            "accuracy-noise",
            "Read noise",
            "Mean accuracy over the relative noise of each cell at each access.",
            new Chart(Axis.of("read noise", ""), Axis.of("accuracy", ""), marks)));
  }
}
