package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * A picture of spikes: a mark for each, time to the right, a panel for each recorded population.
 *
 * <p>A population with more than 10,000 spikes is thinned by showing every second, third … neuron,
 * which leaves the trains that are shown complete; the caption says so. Artifact: {@code
 * raster.svg}.
 */
@Component(property = {Analyzer.ID + "=raster", Analyzer.VERSION + "=1.0.0"})
public final class Raster implements Analyzer {
  private static final int MOST_MARKS = 10_000;
  private static final double LOWEST = 60;
  private static final double HIGHEST = 260;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "raster",
          "1.0.0",
          "Raster plot of the spikes of each population",
          "",
          Window.FROM,
          Window.UNTIL);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    Window window = Window.of(recording, parameters, "raster");
    TimeAxis time = TimeAxis.of(window);
    Figure figure = new Figure();
    List<Recording.SpikeTrains> recorded = Spikes.of(recording, "raster");
    for (int i = 0; i < recorded.size(); i++) {
      draw(recorded.get(i), window, time, figure, i);
    }
    into.artifact("raster.svg", "image/svg+xml", figure.svg("Spikes"));
  }

  private static void draw(
      Recording.SpikeTrains trains, Window window, TimeAxis time, Figure figure, int color) {
    long[][] spikes = Spikes.byNeuron(trains, window);
    int stride = stride(spikes);
    double height = Math.clamp(3.0 * trains.size(), LOWEST, HIGHEST);
    Panel panel =
        figure.panel(
            caption(trains, spikes, stride),
            height,
            time.scale(),
            new Scale(-0.5, trains.size() - 0.5, true));
    panel.yAxis("neuron");
    double mark = Math.clamp(0.8 * stride * height / trains.size(), 2, 12);
    StringBuilder commands = new StringBuilder();
    for (int neuron = 0; neuron < spikes.length; neuron += stride) {
      row(spikes[neuron], panel, time, panel.y(neuron) - mark / 2, mark, commands);
    }
    panel.marks(commands, color);
    panel.xAxis(time.label());
  }

  /** Spikes of a neuron; those that fall onto the same tenth of a pixel are one mark. */
  private static void row(
      long[] ticks, Panel panel, TimeAxis time, double y, double mark, StringBuilder commands) {
    long last = Long.MIN_VALUE;
    for (long tick : ticks) {
      double x = panel.x(time.of(tick));
      if (Math.round(x * 10) != last) {
        last = Math.round(x * 10);
        commands
            .append('M')
            .append(Figure.number(x))
            .append(' ')
            .append(Figure.number(y))
            .append('v')
            .append(Figure.number(mark));
      }
    }
  }

  private static int stride(long[][] spikes) {
    for (int stride = 1; ; stride++) {
      long marks = 0;
      for (int neuron = 0; neuron < spikes.length; neuron += stride) {
        marks += spikes[neuron].length;
      }
      if (marks <= MOST_MARKS || stride >= spikes.length) {
        return stride;
      }
    }
  }

  private static String caption(Recording.SpikeTrains trains, long[][] spikes, int stride) {
    long count = 0;
    for (long[] times : spikes) {
      count += times.length;
    }
    String text = trains.population() + ": " + count + " spikes of " + trains.size() + " neurons";
    return stride == 1 ? text : text + ", 1 neuron in " + stride + " shown";
  }
}
