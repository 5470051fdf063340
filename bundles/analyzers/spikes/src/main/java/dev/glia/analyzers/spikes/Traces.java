package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.units.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * Lines of recorded variables over time, a panel for each probe. Artifact: {@code traces.svg}.
 *
 * <p>Where there are more samples than pixels, a line goes through the least and the greatest of
 * each column of pixels, so that no peak is lost.
 */
@Component(property = {Analyzer.ID + "=traces", Analyzer.VERSION + "=1.0.0"})
public final class Traces implements Analyzer {
  private static final double HEIGHT = 150;
  private static final int COLUMNS = 700;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.ANALYZER,
          "traces",
          "1.0.0",
          "Lines of recorded variables over time",
          "",
          ParameterSchema.integer(
              "neurons",
              "5",
              new Range(1, false, 100, false),
              "most lines of a panel, of the first neurons"),
          Window.FROM,
          Window.UNTIL);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void analyze(Recording recording, Parameters parameters, ResultSink into) {
    if (recording.traces().isEmpty()) {
      throw Fault.input(
          "traces needs a recorded variable, and there is none. Add a probe: {of: population,"
              + " record: v, first: 5}.");
    }
    Window window = Window.of(recording, parameters, "traces");
    Figure figure = new Figure();
    for (Recording.Trace trace : recording.traces()) {
      draw(trace, Math.min(trace.neurons(), parameters.integer("neurons")), window, figure);
    }
    into.artifact("traces.svg", "image/svg+xml", figure.svg("Recorded variables"));
  }

  private static void draw(Recording.Trace trace, int neurons, Window window, Figure figure) {
    TimeAxis time = TimeAxis.of(window);
    Polyline[] lines = new Polyline[neurons];
    Moments range = new Moments();
    for (int neuron = 0; neuron < neurons; neuron++) {
      lines[neuron] = line(trace, neuron, window, time);
      for (double value : lines[neuron].values()) {
        if (Double.isFinite(value)) {
          range.add(value);
        }
      }
    }
    double margin = range.count() == 0 ? 0 : 0.05 * (range.most() - range.least());
    String unit = trace.unit().equals("1") ? "" : " (" + trace.unit() + ")";
    Panel panel =
        figure.panel(
            trace.population()
                + ": "
                + trace.variable()
                + " of "
                + (neurons == 1 ? "neuron 0" : "neurons 0 to " + (neurons - 1)),
            HEIGHT,
            time.scale(),
            new Scale(range.least() - margin, range.most() + margin));
    panel.yAxis(trace.variable() + unit);
    for (int neuron = 0; neuron < neurons; neuron++) {
      panel.line(lines[neuron].places(), lines[neuron].values(), neuron);
    }
    panel.xAxis(time.label());
  }

  private static Polyline line(Recording.Trace trace, int neuron, Window window, TimeAxis time) {
    double scale = Unit.parse(trace.unit()).scale();
    int count = trace.ticks().length;
    double[] places = new double[count];
    double[] values = new double[count];
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (window.holds(trace.ticks()[i])) {
        places[kept] = time.of(trace.ticks()[i]);
        values[kept++] = trace.samples()[i * trace.neurons() + neuron] / scale;
      }
    }
    return Polyline.of(places, values, kept, COLUMNS);
  }
}
