package dev.glia.platform.studies.running;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement.Series;
import dev.glia.platform.runner.ShadowDrift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How far a run and its shadow are apart over time.
 *
 * @param most curves in a figure
 */
record DriftPicture(ShadowDrift drift, int most) {
  private static final String SHARE = "drift";
  private static final String DISTANCE = "drift-distance";

  /** Series by name: {@code drift.cells}, {@code drift-distance.cells}. */
  SortedMap<String, Series> series() {
    SortedMap<String, Series> all = new TreeMap<>();
    for (ShadowDrift.Curve curve : spiking()) {
      all.put(SHARE + "." + curve.population(), share(curve));
      all.put(DISTANCE + "." + curve.population(), distance(curve));
    }
    return all;
  }

  List<Figure> figures() {
    Map<String, Series> all = series();
    if (all.isEmpty()) {
      return List.of();
    }
    return List.of(
        figure(
            SHARE,
            "Drift of the shadow",
            "Share of spikes that only the run or only its shadow has, of both's spikes. ",
            Axis.of("differing spikes", "")),
        figure(
            DISTANCE,
            "Distance from the shadow",
            "Van Rossum's distance of all spikes so far (decay 10 ms, mean over neurons). ",
            Axis.of("van Rossum distance", "")));
  }

  private Figure figure(String id, String title, String caption, Axis y) {
    List<Mark> marks = new ArrayList<>();
    // Without a name, which would hide the number of the swap that it follows at once.
    drift.first().ifPresent(at -> marks.add(new Mark.Moment("", at)));
    spiking().stream()
        .limit(most)
        .forEach(
            curve -> {
              Series of = id.equals(SHARE) ? share(curve) : distance(curve);
              marks.add(new Mark.Line(curve.population(), of.x(), of.y()));
            });
    String first =
        drift.first().isEmpty()
            ? "No spike differs."
            : String.format(
                Locale.ROOT,
                "The line without a number is the first spike that differs, at %.6g s.",
                drift.first().getAsDouble());
    return new Figure(id, title, caption + first, new Content.Chart(Interventions.TIME, y, marks));
  }

  private List<ShadowDrift.Curve> spiking() {
    return drift.curves().stream()
        .filter(curve -> Arrays.stream(curve.own()).sum() + Arrays.stream(curve.shadow()).sum() > 0)
        .toList();
  }

  /** Where there are spikes, at the middle of each window. */
  private Series share(ShadowDrift.Curve curve) {
    int[] with =
        IntStream.range(0, drift.windows())
            .filter(w -> curve.own()[w] + curve.shadow()[w] > 0)
            .toArray();
    return new Series(
        Arrays.stream(with).mapToDouble(w -> at(w + 0.5)).toArray(),
        Arrays.stream(with).mapToDouble(curve::share).toArray());
  }

  /** At the end of each window. */
  private Series distance(ShadowDrift.Curve curve) {
    double[] x = new double[drift.windows()];
    Arrays.setAll(x, w -> at(w + 1));
    return new Series(x, curve.distance());
  }

  private double at(double window) {
    return drift.begin() + window * drift.window();
  }
}
