package dev.glia.platform.studies.running;

import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.v1.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Marks what was done to a run in its figures, by numbers that the captions explain.
 *
 * @param done in the order of their ticks
 * @param answers of the run's task
 */
record Interventions(List<TimelineEntry> done, List<Answer> answers) {
  /** The figure whose axis counts presentations of each phase. */
  static final String BY_PRESENTATION = "accuracy";

  /** The axis of all figures that show the course of a run. */
  static final Axis TIME = Axis.of("time", "s");

  /** More than this isn't read. */
  private static final int MOST_EXPLAINED = 12;

  /** The figure, with the interventions under it if it has a place for them. */
  Figure under(Figure figure) {
    if (!(figure.content() instanceof Content.Chart chart)) {
      return figure;
    }
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      String name = String.valueOf(i + 1);
      if (chart.x().equals(TIME)) {
        marks.add(new Mark.Moment(name, done.get(i).getAt()));
      } else if (figure.id().equals(BY_PRESENTATION)) {
        marks.add(new Mark.Moment(name, presentation(done.get(i))));
      }
    }
    if (marks.isEmpty()) {
      return figure;
    }
    marks.addAll(chart.marks());
    return new Figure(
        figure.id(),
        figure.title(),
        figure.caption() + " Interventions: " + explained() + ".",
        new Content.Chart(chart.x(), chart.y(), marks));
  }

  /** How many presentations of the phase that it fell into were over. */
  private double presentation(TimelineEntry entry) {
    String phase =
        answers.stream()
            .filter(answer -> answer.until() > entry.getTick())
            .map(Answer::phase)
            .findFirst()
            .orElse("");
    return answers.stream()
        .filter(answer -> answer.phase().equals(phase) && answer.until() <= entry.getTick())
        .count();
  }

  private String explained() {
    List<String> first = new ArrayList<>();
    for (int i = 0; i < Math.min(done.size(), MOST_EXPLAINED); i++) {
      first.add(i + 1 + " " + done.get(i).getMessage());
    }
    String more =
        done.size() > MOST_EXPLAINED ? ", and " + (done.size() - MOST_EXPLAINED) + " more" : "";
    return first.stream().collect(Collectors.joining(", ")) + more;
  }
}
