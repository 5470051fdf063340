package dev.glia.platform.report.plot;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what a figure shows, for readers who don't see it. */
public final class FigureDescription {
  private static final int MOST = 12;

  private FigureDescription() {}

  public static String of(Content content) {
    return switch (content) {
      case Content.Chart chart -> chart(chart);
      case Content.Bars bars -> bars(bars);
      case Content.HeatMap map ->
          "Heat map of %s: %d rows of %d, %s."
              .formatted(Axes.title(map.color()), map.rows(), map.columns(), range(map.values()));
      case Content.Matrix matrix ->
          "Table of colors, %s by %s, %d × %d, %s."
              .formatted(
                  matrix.rowTitle(),
                  matrix.columnTitle(),
                  matrix.rows().size(),
                  matrix.columns().size(),
                  range(matrix.values()));
      case Content.ImageGrid grid ->
          "%d images of %d × %d pixels."
              .formatted(grid.images().size(), grid.width(), grid.height());
      case Content.Graph graph -> graph(graph);
      case Content.TopographicMap map ->
          "Head seen from above with %d sensors: %s, %s."
              .formatted(map.sensors().size(), Axes.title(map.color()), range(map.values()));
    };
  }

  private static String chart(Content.Chart chart) {
    return "Chart of %s over %s. %s"
        .formatted(
            Axes.title(chart.y()),
            Axes.title(chart.x()),
            shortened(chart.marks().stream().map(FigureDescription::mark).toList(), " "));
  }

  private static String mark(Mark mark) {
    String name = mark.name().isBlank() ? "" : " " + mark.name();
    return switch (mark) {
      case Mark.Line line ->
          "Line%s: %d points, %s%s."
              .formatted(name, line.y().length, range(line.y()), ends(line.y()));
      case Mark.Band band ->
          "Band%s: lower edge %s, upper edge %s."
              .formatted(name, range(band.low()), range(band.high()));
      case Mark.Scatter scatter -> "Points%s: %d.".formatted(name, scatter.x().length);
      case Mark.Histogram histogram ->
          "Histogram%s: %d bins.".formatted(name, histogram.counts().length);
      case Mark.Raster raster -> "Raster%s: %d events.".formatted(name, raster.x().length);
      case Mark.Moment moment -> "Moment%s at %s.".formatted(name, NumberText.of(moment.x()));
      case Mark.Level level -> "Level%s at %s.".formatted(name, NumberText.of(level.y()));
    };
  }

  private static String ends(double[] y) {
    return y.length == 0
        ? ""
        : ", first %s, last %s".formatted(NumberText.of(y[0]), NumberText.of(y[y.length - 1]));
  }

  private static String bars(Content.Bars bars) {
    List<String> sentences = new ArrayList<>();
    for (BarSeries series : bars.series()) {
      List<String> values = new ArrayList<>();
      int n = Math.min(series.values().length, bars.categories().size());
      for (int c = 0; c < n; c++) {
        double error = c < series.errors().length ? series.errors()[c] : 0;
        values.add(bars.categories().get(c) + " " + NumberText.spread(series.values()[c], error));
      }
      String name = series.name().isBlank() ? "" : series.name() + ": ";
      sentences.add(name + shortened(values, ", ") + ".");
    }
    return "Bars of " + title(bars.value()) + ". " + shortened(sentences, " ");
  }

  private static String title(Axis axis) {
    return Axes.title(axis);
  }

  private static String graph(Content.Graph graph) {
    List<String> arrows =
        graph.edges().stream()
            .map(
                edge ->
                    edge.from()
                        + " to "
                        + edge.to()
                        + (edge.kind().isBlank() ? "" : " (" + edge.kind() + ")"))
            .collect(Collectors.toList());
    return String.format(
        Locale.ROOT,
        "Network of %d nodes and %d connections: %s.",
        graph.nodes().size(),
        graph.edges().size(),
        shortened(arrows, ", "));
  }

  private static String range(double[] values) {
    Extent extent = new Extent().include(values);
    return extent.isEmpty()
        ? "no values"
        : "from %s to %s".formatted(NumberText.of(extent.low()), NumberText.of(extent.high()));
  }

  private static String shortened(List<String> parts, String separator) {
    String text = parts.stream().limit(MOST).collect(Collectors.joining(separator));
    return parts.size() > MOST ? text + separator + "and " + (parts.size() - MOST) + " more" : text;
  }
}
