package dev.glia.encoders;

import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an encoder says. */
final class Recorder implements EncodingSink {
  final Map<String, double[]> parameters = new LinkedHashMap<>();
  final List<Spike> spikes = new ArrayList<>();

  record Spike(int tick, int neuron) {}

  /** Shows a sample for 100 ms at 1 ms a tick, to as many neurons as it has values. */
  static Recorder of(Encoder encoder, Sample sample, double strength, Object... given) {
    return shownTo(sample.values().length, encoder, sample, strength, given);
  }

  static Recorder shownTo(
      int neurons, Encoder encoder, Sample sample, double strength, Object... given) {
    Recorder recorder = new Recorder();
    Presentation presentation =
        new Presentation(neurons, 100, 1e-3, strength, new RandomStream(1, "test", 0));
    encoder.encode(sample, presentation, Settings.of(encoder.descriptor(), given), recorder);
    return recorder;
  }

  @Override
  public void parameter(String name, double[] values) {
    parameters.put(name, values.clone());
  }

  @Override
  public void spike(int tick, int neuron) {
    spikes.add(new Spike(tick, neuron));
  }
}
