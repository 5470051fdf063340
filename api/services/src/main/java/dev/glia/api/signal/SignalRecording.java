package dev.glia.api.signal;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A recording of continuous signals, opened. Channels may have different rates, and time may have
 * gaps: samples are counted without them.
 *
 * <p>Safe for use by several threads, but for {@link #close()}.
 */
@ConsumerType
public interface SignalRecording extends AutoCloseable {
  List<Channel> channels();

  /**
   * When was recorded, in order, at least one unless there are no samples; the same for all
   * channels. A channel's samples of a stretch follow those of the stretches before it.
   */
  List<Stretch> stretches();

  /** What was marked, by onset. */
  List<Annotation> annotations();

  /** Where the sensors are, one for each channel; empty if the file doesn't say. */
  SensorGeometry geometry();

  /** What else the file says, for people: {@code subject}, {@code started}, {@code format}. */
  Map<String, String> about();

  /**
   * Reads samples of one channel, in its {@link Channel#unit()}; NaN where a sample is missing.
   *
   * @param start index of the first sample
   * @param into takes {@code count} values from {@code offset} on
   * @throws IndexOutOfBoundsException if the channel doesn't have these samples
   * @throws dev.glia.api.component.Fault EXTERNAL if the disk fails
   */
  void read(int channel, long start, double[] into, int offset, int count);

  /** The same into an array of its own. */
  default double[] read(int channel, long start, int count) {
    double[] values = new double[count];
    read(channel, start, values, 0, count);
    return values;
  }

  /** Seconds that were recorded, without gaps. */
  default double seconds() {
    return stretches().stream().mapToDouble(Stretch::seconds).sum();
  }

  @Override
  void close();
}
