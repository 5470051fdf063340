package dev.glia.recordings;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.Chart;
import dev.glia.api.figure.Figure;
import dev.glia.api.figure.Mark;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.SignalView;
import dev.glia.signal.measures.Moments;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The beginning of each channel, one over the other, each in its own spread. */
@Component(property = {SignalView.ID + "=first-seconds", SignalView.VERSION + "=1.0.0"})
public final class FirstSeconds implements SignalView {
  private static final int MOST_POINTS = 2000; // of a channel, drawn
  private static final int MOST_SAMPLES = 1 << 20; // of a channel, read
  private static final double APART = 6; // standard deviations between channels

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.VIEW,
          "first-seconds",
          "1.0.0",
          "The first seconds of each channel",
          "",
          ParameterSchema.quantity(
              "length",
              "5 s",
              new Range(0, true, Double.POSITIVE_INFINITY, true),
              "how much is drawn"),
          ParameterSchema.integer(
              "channels", "16", new Range(1, false, 64, false), "how many are drawn at most"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Figure> figures(SignalRecording recording, Parameters parameters) {
    int most = Math.min(parameters.integer("channels"), recording.channels().size());
    double start = recording.stretches().isEmpty() ? 0 : recording.stretches().get(0).start();
    List<Mark> lines = new ArrayList<>();
    for (int c = 0; c < most; c++) {
      Channel channel = recording.channels().get(c);
      long wanted = (long) Math.ceil(parameters.number("length") * channel.rate());
      int count = (int) Math.min(Math.min(wanted, MOST_SAMPLES), channel.samples());
      if (count > 0) {
        lines.add(line(channel, recording.read(c, 0, count), most - 1 - c, start));
      }
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    String rest =
        most < recording.channels().size()
            ? " The first " + most + " of " + recording.channels().size() + " channels."
            : "";
    return List.of(
        new Figure(
            "first-seconds",
            "The first seconds",
            "Channels from the top down in the file's order, each without its mean and in units of "
                + "its own standard deviation; neighbors are "
                + (int) APART
                + " of them apart."
                + rest,
            new Chart(Axis.of("time", "s"), Axis.of("channels", "SD"), lines)));
  }

  private static Mark line(Channel channel, double[] values, int place, double start) {
    double mean = Moments.mean(values);
    double spread = Math.sqrt(Moments.variance(values));
    int step = Math.max(1, values.length / MOST_POINTS);
    int points = (values.length + step - 1) / step;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = start + i * step / channel.rate();
      y[i] = place * APART + (spread > 0 ? (values[i * step] - mean) / spread : 0);
    }
    return new Mark.Line(channel.name(), x, y);
  }
}
