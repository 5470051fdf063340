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
import dev.glia.api.signal.SensorType;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.SignalView;
import dev.glia.signal.spectra.Spectrum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Power spectral densities by Welch's method: a figure for each unit. */
@Component(property = {SignalView.ID + "=spectra", SignalView.VERSION + "=1.0.0"})
public final class Spectra implements SignalView {
  private static final double PIECE = 2; // s
  private static final int MOST_SAMPLES = 1 << 18; // of a channel

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.VIEW,
          "spectra",
          "1.0.0",
          "Power spectra of the channels",
          "doi:10.1109/TAU.1967.1161901",
          ParameterSchema.integer(
              "channels", "16", new Range(1, false, 64, false), "how many are drawn at most"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Figure> figures(SignalRecording recording, Parameters parameters) {
    Map<String, List<Mark>> byUnit = new LinkedHashMap<>();
    int drawn = 0;
    for (int c = 0; c < recording.channels().size(); c++) {
      Channel channel = recording.channels().get(c);
      int count = (int) Math.min(channel.samples(), MOST_SAMPLES);
      if (drawn < parameters.integer("channels")
          && count >= 16
          && channel.type() != SensorType.TRIGGER) {
        Mark line = line(channel, recording.read(c, 0, count));
        if (line != null) {
          byUnit.computeIfAbsent(channel.unit(), u -> new ArrayList<>()).add(line);
          drawn++;
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    byUnit.forEach((unit, lines) -> figures.add(figure(unit, lines, figures.size())));
    return figures;
  }

  private static Figure figure(String unit, List<Mark> lines, int number) {
    return new Figure(
        number == 0 ? "spectra" : "spectra-" + (number + 1),
        unit.isEmpty() ? "Spectra" : "Spectra of channels in " + unit,
        "Power spectral density by Welch's method, pieces of 2 s that overlap by half under a Hann"
            + " window; channels by color.",
        new Chart(
            new Axis("frequency", "Hz", true),
            new Axis("power density", (unit.isEmpty() ? "1" : unit + "²") + "/Hz", true),
            lines));
  }

  /** None if the channel is silent: there's no logarithm of nothing. */
  private static Mark line(Channel channel, double[] values) {
    int piece = (int) Math.clamp(Math.round(PIECE * channel.rate()), 16L, (long) values.length);
    Spectrum spectrum = Spectrum.welch(values, channel.rate(), piece, piece / 2);
    int count = 0;
    double[] x = new double[spectrum.hz().length];
    double[] y = new double[x.length];
    for (int k = 1; k < x.length; k++) {
      if (spectrum.density()[k] > 0 && Double.isFinite(spectrum.density()[k])) {
        x[count] = spectrum.hz()[k];
        y[count++] = spectrum.density()[k];
      }
    }
    return count < 2
        ? null
        : new Mark.Line(
            channel.name(), java.util.Arrays.copyOf(x, count), java.util.Arrays.copyOf(y, count));
  }
}
