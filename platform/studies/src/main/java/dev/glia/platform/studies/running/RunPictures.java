package dev.glia.platform.studies.running;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.analysis.Recording.SpikeTrains;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.study.Measurement.Series;
import dev.glia.platform.runner.ShadowDrift;
import dev.glia.v1.TimelineEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be drawn of any experiment: rates, spikes, and how a task went. One thread. */
final class RunPictures {
  private static final int BINS = 200;
  private static final int WINDOWS = 50;
  private static final int FEWEST_ANSWERS = 20;
  private static final int DRAWN_SPIKES = 4000;
  private static final int DRAWN_NEURONS = 100;
  private static final int DRAWN_POPULATIONS = 6;
  private static final Axis TIME = Interventions.TIME;

  private final SortedMap<String, Series> series = new TreeMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private List<Answer> answers = List.of();

  /** Series by name: {@code rate.cells}, {@code accuracy.train}. */
  SortedMap<String, Series> series() {
    return series;
  }

  List<Figure> figures() {
    return figures;
  }

  /** Draws what was changed while the run went on under everything that is drawn over time. */
  void mark(List<TimelineEntry> timeline) {
    List<TimelineEntry> done = timeline.stream().filter(e -> e.getRefusal().isEmpty()).toList();
    if (!done.isEmpty()) {
      figures.replaceAll(figure -> new Interventions(done, answers).under(figure));
    }
  }

  void take(Recording recording) {
    answers = recording.answers();
    answers(answers);
    if (recording.ticks() > 0 && !recording.spikes().isEmpty()) {
      rates(recording);
      raster(recording);
    }
  }

  /** Draws how a shadow came apart from the run. */
  void take(ShadowDrift drift) {
    DriftPicture picture = new DriftPicture(drift, DRAWN_POPULATIONS);
    series.putAll(picture.series());
    figures.addAll(picture.figures());
  }

  private void answers(List<Answer> answers) {
    Map<String, List<Answer>> phases = new LinkedHashMap<>();
    answers.forEach(a -> phases.computeIfAbsent(a.phase(), p -> new ArrayList<>()).add(a));
    List<Mark> lines = new ArrayList<>();
    phases.forEach(
        (phase, of) -> {
          Series curve = accuracy(of);
          series.put("accuracy." + phase, curve);
          lines.add(new Mark.Line(phase, curve.x(), curve.y()));
        });
    if (!lines.isEmpty()) {
      figures.add(
          new Figure(
              Interventions.BY_PRESENTATION,
              "Accuracy",
              "Share of right answers in windows of presentations.",
              new Content.Chart(Axis.of("presentation", ""), Axis.of("accuracy", ""), lines)));
    }
  }

  private static Series accuracy(List<Answer> answers) {
    int width = Math.max(FEWEST_ANSWERS, (answers.size() + WINDOWS - 1) / WINDOWS);
    int windows = Math.max(1, answers.size() / width);
    double[] x = new double[windows];
    double[] y = new double[windows];
    for (int w = 0; w < windows; w++) {
      int from = w * width;
      int until = w == windows - 1 ? answers.size() : from + width;
      long right =
          answers.subList(from, until).stream().filter(a -> a.answer() == a.label()).count();
      x[w] = 0.5 * (from + until);
      y[w] = (double) right / (until - from);
    }
    return new Series(x, y);
  }

  private void rates(Recording recording) {
    List<Mark> lines = new ArrayList<>();
    for (SpikeTrains trains : recording.spikes()) {
      Series rate = rate(trains, recording);
      series.put("rate." + trains.population(), rate);
      if (lines.size() < DRAWN_POPULATIONS) {
        lines.add(new Mark.Line(trains.population(), rate.x(), rate.y()));
      }
    }
    figures.add(
        new Figure(
            "rates",
            "Firing rates",
            "Mean over the recorded neurons of each population.",
            new Content.Chart(TIME, Axis.of("rate", "Hz"), lines)));
  }

  private static Series rate(SpikeTrains trains, Recording recording) {
    int bins = (int) Math.min(BINS, recording.ticks());
    double ticks = (double) recording.ticks() / bins;
    double seconds = ticks * recording.network().dt();
    double[] x = new double[bins];
    double[] y = new double[bins];
    for (int b = 0; b < bins; b++) {
      x[b] = (b + 0.5) * seconds;
    }
    for (long tick : trains.ticks()) {
      y[(int) Math.clamp((tick - 1) / ticks, 0, bins - 1)] += 1 / (seconds * trains.size());
    }
    return new Series(x, y);
  }

  private void raster(Recording recording) {
    SpikeTrains trains = recording.spikes().getLast();
    double[] x = new double[DRAWN_SPIKES];
    int[] rows = new int[DRAWN_SPIKES];
    int count = 0;
    for (int s = 0; s < trains.ticks().length && count < DRAWN_SPIKES; s++) {
      if (trains.neurons()[s] < DRAWN_NEURONS) {
        x[count] = trains.ticks()[s] * recording.network().dt();
        rows[count++] = trains.neurons()[s];
      }
    }
    if (count > 0) {
      Mark mark =
          new Mark.Raster(trains.population(), Arrays.copyOf(x, count), Arrays.copyOf(rows, count));
      figures.add(
          new Figure(
              "raster",
              "Spikes of " + trains.population(),
              count == DRAWN_SPIKES
                  ? "The first " + DRAWN_SPIKES + " of up to " + DRAWN_NEURONS + " neurons."
                  : "Of up to " + DRAWN_NEURONS + " neurons.",
              new Content.Chart(TIME, Axis.of("neuron", ""), List.of(mark))));
    }
  }
}
