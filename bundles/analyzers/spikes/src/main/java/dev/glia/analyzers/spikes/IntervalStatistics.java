package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * How regular spike trains are.
 *
 * <ul>
 *   <li>CV: standard deviation of a neuron's interspike intervals by their mean; 0 for a clock, 1
 *       for a Poisson process.
 *   <li>CV2 (Holt et al. 1996): mean of {@code 2 |b - a| / (a + b)} over adjacent intervals; as CV,
 *       but blind to slow changes of the rate.
 *   <li>Fano factor: variance of a neuron's spike counts in windows by their mean.
 * </ul>
 *
 * CV and CV2 are means over neurons with at least three spikes, the Fano factor over neurons with
 * at least one, if the run holds two windows. Metrics: {@code interval-statistics.<population>.cv},
 * {@code .cv2}, {@code .fano}; one that no neuron qualifies for is left out. Table: {@code
 * interval-statistics}.
 */
@Component(property = {Analyzer.ID + "=interval-statistics", Analyzer.VERSION + "=1.0.0"})
public final class IntervalStatistics implements Analyzer {
  private static final int FEWEST_SPIKES = 3;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "interval-statistics",
          "1.0.0",
          "Regularity of spike trains: CV and CV2 of intervals, Fano factor of counts",
          "doi:10.1152/jn.1996.75.5.1806",
          Window.FROM,
          Window.UNTIL,
          ParameterSchema.quantity(
              "window",
              "100 ms",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "in which spikes are counted for the Fano factor"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    Window window = Window.of(recording, parameters, "interval-statistics");
    long bin = Math.max(1, Math.round(parameters.number("window") / window.dt()));
    List<List<String>> rows = new ArrayList<>();
    for (Recording.SpikeTrains trains : Spikes.of(recording, "interval-statistics")) {
      Moments cv = new Moments();
      Moments cv2 = new Moments();
      Moments fano = new Moments();
      for (long[] times : Spikes.byNeuron(trains, window)) {
        if (times.length >= FEWEST_SPIKES) {
          cv.add(variation(times));
          cv2.add(localVariation(times));
        }
        if (times.length > 0 && (window.until() - window.from()) / bin >= 2) {
          fano(times, window, bin, fano);
        }
      }
      String name = "interval-statistics." + trains.population();
      metric(into, name + ".cv", cv);
      metric(into, name + ".cv2", cv2);
      metric(into, name + ".fano", fano);
      rows.add(
          List.of(
              trains.population(),
              cv.count() + " of " + trains.size(),
              Moments.cell(cv.mean()),
              Moments.cell(cv2.mean()),
              Moments.cell(fano.mean())));
    }
    into.table(
        "interval-statistics",
        List.of("population", "neurons with 3 spikes", "CV", "CV2", "Fano factor"),
        rows);
  }

  private static void metric(ResultSink into, String name, Moments values) {
    if (values.count() > 0) {
      into.metric(name, values.mean(), "1");
    }
  }

  private static double variation(long[] times) {
    Moments intervals = new Moments();
    for (int i = 1; i < times.length; i++) {
      intervals.add(times[i] - times[i - 1]);
    }
    return intervals.deviation() / intervals.mean();
  }

  private static double localVariation(long[] times) {
    Moments pairs = new Moments();
    for (int i = 2; i < times.length; i++) {
      double before = times[i - 1] - times[i - 2];
      double after = times[i] - times[i - 1];
      pairs.add(2 * Math.abs(after - before) / (after + before));
    }
    return pairs.mean();
  }

  /** Whole windows only; what's left at the end of the run would count too few. */
  private static void fano(long[] times, Window window, long bin, Moments into) {
    int[] counts = new int[Math.toIntExact((window.until() - window.from()) / bin)];
    for (long time : times) {
      long place = (time - window.from() - 1) / bin;
      if (place < counts.length) {
        counts[(int) place]++;
      }
    }
    Moments moments = new Moments();
    for (int count : counts) {
      moments.add(count);
    }
    if (moments.mean() > 0) {
      into.add(moments.variance() / moments.mean());
    }
  }
}
