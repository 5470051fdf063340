package dev.glia.platform.report;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Node;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.platform.report.model.CellView;
import dev.glia.platform.report.model.ClaimView;
import dev.glia.platform.report.model.ComponentView;
import dev.glia.platform.report.model.ModelView;
import dev.glia.platform.report.model.OriginView;
import dev.glia.platform.report.model.ParameterView;
import dev.glia.platform.report.model.StudyView;
import dev.glia.platform.report.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A study whose every text tries to break out, or is far too long. */
final class Hostile {
  static final String TEXT =
      "\"'><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">&amp;</title>"
          + "</style>--> ]]> \u0000\u202e\ud800 javascript:window.hacked=1 "
          + "an_endless_name_without_any_place_to_break_it_".repeat(6);

  private Hostile() {}

  static StudyView study() {
    Axis axis = new Axis(TEXT, TEXT, false);
    double[] numbers = {1, Double.NaN, Double.POSITIVE_INFINITY, -1e308};
    List<Figure> figures =
        List.of(
            new Figure(
                "chart",
                TEXT,
                TEXT,
                new Content.Chart(
                    axis,
                    axis,
                    List.of(
                        new Mark.Line(TEXT, numbers, numbers),
                        new Mark.Level(TEXT, 1),
                        new Mark.Scatter(
                            TEXT, numbers, numbers, new int[] {0, 1, -7}, List.of(TEXT, TEXT))))),
            new Figure(
                "bars",
                TEXT,
                TEXT,
                new Content.Bars(
                    axis, List.of(TEXT, TEXT), List.of(new BarSeries(TEXT, numbers, numbers)))),
            new Figure(
                "matrix",
                TEXT,
                TEXT,
                new Content.Matrix(TEXT, List.of(TEXT), TEXT, List.of(TEXT), numbers, axis)));
    return new StudyView(
        TEXT,
        TEXT,
        TEXT,
        -1,
        "doi:10.1/\"><script>" + TEXT,
        TEXT,
        TEXT,
        TEXT,
        List.of(
            new ClaimView(
                TEXT, TEXT, TEXT, Verdict.FAILED, Double.NaN, Double.NaN, 1e308, TEXT, TEXT)),
        List.of(
            new CellView(
                TEXT,
                Long.MIN_VALUE,
                new TreeMap<>(Map.of(TEXT, TEXT)),
                TEXT,
                new TreeMap<>(Map.of(TEXT, Double.NEGATIVE_INFINITY)),
                -1,
                Double.NaN,
                TEXT)),
        figures,
        Optional.of(
            new Content.Graph(
                List.of(new Node(TEXT, TEXT, TEXT, TEXT)),
                List.of(new Edge(TEXT, TEXT, TEXT, TEXT), new Edge("no", "where", TEXT, TEXT)))),
        List.of(
            new ModelView(
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                "<math><mi onclick=\"window.hacked=1\">x</mi></math>",
                List.of(new ParameterView(TEXT, TEXT, TEXT, TEXT)))),
        new OriginView(
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            List.of(),
            List.of(new ComponentView(TEXT, TEXT, TEXT)),
            Instant.EPOCH,
            -1,
            Double.NaN,
            TEXT));
  }
}
