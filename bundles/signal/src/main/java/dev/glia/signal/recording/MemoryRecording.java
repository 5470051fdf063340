package dev.glia.signal.recording;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A recording whose samples are arrays, which belong to it.
 *
 * @param samples one array a channel, in the channel's unit
 */
public record MemoryRecording(
    List<Channel> channels,
    List<double[]> samples,
    List<Stretch> stretches,
    List<Annotation> annotations,
    SensorGeometry geometry,
    Map<String, String> about)
    implements SignalRecording {
  public MemoryRecording {
    channels = List.copyOf(channels);
    samples = List.copyOf(samples);
    stretches = List.copyOf(stretches);
    annotations = annotations.stream().sorted(Comparator.comparing(Annotation::onset)).toList();
    about = Map.copyOf(about);
    if (channels.size() != samples.size()) {
      throw new IllegalArgumentException(
          channels.size() + " channels, but samples of " + samples.size());
    }
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).samples() != samples.get(i).length) {
        throw new IllegalArgumentException(
            channels.get(i).name() + " has " + samples.get(i).length + " samples");
      }
    }
  }

  /** A recording without gaps, all channels at one rate, in volts of EEG. */
  public static MemoryRecording eeg(List<String> names, double rate, double[][] volts) {
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < volts.length; i++) {
      channels.add(Units.channel(names.get(i), "uV", rate, volts[i].length));
    }
    double seconds = volts.length == 0 ? 0 : volts[0].length / rate;
    return new MemoryRecording(
        channels,
        List.of(volts),
        List.of(new Stretch(0, seconds)),
        List.of(),
        SensorGeometry.NONE,
        Map.of());
  }

  /** The same with marks. */
  public MemoryRecording with(List<Annotation> marks) {
    return new MemoryRecording(channels, samples, stretches, marks, geometry, about);
  }

  @Override
  public void read(int channel, long start, double[] into, int offset, int count) {
    Objects.checkFromIndexSize(start, count, channels.get(channel).samples());
    System.arraycopy(samples.get(channel), (int) start, into, offset, count);
  }

  @Override
  public void close() {}
}
