package dev.glia.platform.report;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Edge;
import dev.glia.api.figure.Content.Node;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.ModelDescription.Parameter;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Surroundings;
import dev.glia.platform.store.Verdict;
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

  static StoredRun study() {
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
    return new StoredRun(
        TEXT,
        RunSpec.ofStudy(TEXT, TEXT, Profile.FULL, List.of(), TEXT, TEXT, false),
        Outcome.FAILED,
        TEXT,
        -1,
        "doi:10.1/\"><script>" + TEXT,
        TEXT,
        List.of(cell()),
        List.of(
            new ClaimResult(
                TEXT, TEXT, TEXT, Verdict.FAILED, Double.NaN, Double.NaN, 1e308, TEXT, TEXT)),
        figures,
        List.of(
            new ModelDescription(
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                "<math><mi onclick=\"window.hacked=1\">x</mi></math>",
                List.of(new Parameter(TEXT, TEXT, TEXT, TEXT)))),
        new Surroundings(TEXT, TEXT, TEXT),
        Instant.EPOCH,
        -1,
        Double.NaN,
        TEXT,
        TEXT);
  }

  static Optional<Content.Graph> network() {
    return Optional.of(
        new Content.Graph(
            List.of(new Node(TEXT, TEXT, TEXT, TEXT)),
            List.of(new Edge(TEXT, TEXT, TEXT, TEXT), new Edge("no", "where", TEXT, TEXT))));
  }

  private static CellRecord cell() {
    return new CellRecord(
        1,
        Cell.of("a", Long.MIN_VALUE).with("a", TEXT),
        TEXT,
        TEXT,
        Outcome.FAILED,
        new TreeMap<>(Map.of(TEXT, Double.NEGATIVE_INFINITY)),
        new TreeMap<>(Map.of(TEXT, TEXT)),
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of(new ComponentVersion(TEXT, TEXT, TEXT, TEXT, TEXT)),
        List.of(new DataFile(TEXT, TEXT, TEXT, TEXT, -1, TEXT)),
        TEXT,
        Instant.EPOCH,
        -1,
        Double.NaN,
        TEXT);
  }
}
