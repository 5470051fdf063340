package dev.glia.platform.report.plot;

import dev.glia.api.figure.Mark;
import dev.glia.platform.report.drawing.Ink;
import dev.glia.platform.report.drawing.Shape.Dash;
import dev.glia.platform.report.drawing.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each name of a chart a look: a mean and the spread around it share theirs. */
final class SeriesColors {
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  SeriesColors(List<Mark> marks) {
    for (Mark mark : marks) {
      if (!isLine(mark) && !isGrouped(mark)) {
        indexes.putIfAbsent(mark.name(), indexes.size());
      }
    }
  }

  /** Whether it's a line across the chart, which has its name beside it. */
  private static boolean isLine(Mark mark) {
    return mark instanceof Mark.Level || mark instanceof Mark.Moment;
  }

  static boolean isGrouped(Mark mark) {
    return mark instanceof Mark.Scatter scatter && scatter.groups().length > 0;
  }

  Ink of(Mark mark) {
    return Theme.series(indexes.getOrDefault(mark.name(), 0));
  }

  /** Names beyond the number of colors are told apart by dashes. */
  Dash dash(Mark mark) {
    return Dash.values()[
        indexes.getOrDefault(mark.name(), 0) / Theme.seriesCount() % Dash.values().length];
  }

  /**
   * The names to explain.
   *
   * @param said what the axes say already
   */
  List<Legend.Entry> legend(List<Mark> marks, List<String> said) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Mark mark : marks) {
      if (isGrouped(mark)) {
        List<String> classes = ((Mark.Scatter) mark).classes();
        for (int i = 0; i < classes.size(); i++) {
          entries.add(
              new Legend.Entry(
                  classes.get(i),
                  Theme.series(i),
                  isSquare(i) ? Legend.Sample.SQUARE : Legend.Sample.DOT));
        }
      } else if (!isLine(mark)
          && !mark.name().isBlank()
          && entries.stream().noneMatch(e -> e.name().equals(mark.name()))) {
        entries.add(new Legend.Entry(mark.name(), of(mark), sample(mark, marks), dash(mark)));
      }
    }
    boolean redundant =
        entries.size() == 1 && said.stream().anyMatch(entries.get(0).name()::equalsIgnoreCase);
    return redundant ? List.of() : entries;
  }

  /** Whether the points of a group are squares, as the colors start again. */
  static boolean isSquare(int group) {
    return group / Theme.seriesCount() % 2 == 1;
  }

  private static Legend.Sample sample(Mark mark, List<Mark> marks) {
    return switch (mark) {
      case Mark.Line _ -> Legend.Sample.LINE;
      case Mark.Band band ->
          marks.stream().anyMatch(m -> m instanceof Mark.Line && m.name().equals(band.name()))
              ? Legend.Sample.LINE
              : Legend.Sample.BOX;
      case Mark.Scatter _ -> Legend.Sample.DOT;
      default -> Legend.Sample.BOX;
    };
  }
}
