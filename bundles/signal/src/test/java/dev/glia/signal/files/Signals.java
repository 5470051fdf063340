package dev.glia.signal.files;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import dev.glia.signal.recording.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Recordings for tests. */
final class Signals {
  private Signals() {}

  /**
   * Noise of some 100 µV.
   *
   * @param rates of the channels
   */
  static MemoryRecording noise(double[] rates, List<Stretch> stretches, List<Annotation> marks) {
    SplittableRandom random = new SplittableRandom(5);
    double seconds = stretches.stream().mapToDouble(Stretch::seconds).sum();
    List<Channel> channels = new ArrayList<>();
    List<double[]> samples = new ArrayList<>();
    for (int c = 0; c < rates.length; c++) {
      double[] values = new double[(int) Math.round(rates[c] * seconds)];
      for (int i = 0; i < values.length; i++) {
        values[i] = 1e-4 * (random.nextDouble() - 0.5);
      }
      samples.add(values);
      channels.add(Units.channel("E" + (c + 1), "uV", rates[c], values.length));
    }
    return new MemoryRecording(channels, samples, stretches, marks, SensorGeometry.NONE, Map.of());
  }

  static MemoryRecording two() {
    return noise(
        new double[] {16, 8},
        List.of(new Stretch(0, 2), new Stretch(5.5, 1)),
        List.of(
            new Annotation(0.25, 0, "Annotation", "blink", -1),
            new Annotation(5.75, 0.5, "Annotation", "töne, laut", -1)));
  }
}
