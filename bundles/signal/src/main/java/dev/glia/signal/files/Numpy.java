package dev.glia.signal.files;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import dev.glia.signal.recording.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arrays as {@code numpy.save} writes them, as recordings: one channel, or a matrix of several. */
public final class Numpy {
  private static final int MOST_CHANNELS = 100_000;

  private Numpy() {}

  /**
   * Reads a file into memory.
   *
   * @param rate samples a second
   * @param written unit of the numbers: {@code uV}
   * @param samplesFirst whether rows are samples, not channels
   * @throws Fault INPUT, naming the file
   */
  public static SignalRecording open(Path file, double rate, String written, boolean samplesFirst) {
    return recording(NpyArray.read(file), file.toString(), rate, written, samplesFirst);
  }

  static SignalRecording recording(
      NpyArray array, String file, double rate, String written, boolean samplesFirst) {
    int[] shape = array.shape();
    if (shape.length < 1 || shape.length > 2) {
      throw Fault.input(
          file + ": an array of " + shape.length + " dimensions; channels × samples has 2.");
    }
    boolean turned = shape.length == 2 && samplesFirst;
    int rows = shape.length == 1 ? 1 : shape[0];
    int columns = shape[shape.length - 1];
    int channels = turned ? columns : rows;
    int samples = turned ? rows : columns;
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw Fault.input(
          file
              + ": shape "
              + rows
              + " × "
              + columns
              + " would be "
              + channels
              + " channels. Try order="
              + (turned ? "channels-first" : "samples-first")
              + ".");
    }
    Units unit = Units.of(written);
    List<Channel> described = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      double[] of = new double[samples];
      for (int i = 0; i < samples; i++) {
        of[i] = array.values()[turned ? i * columns + c : c * columns + i] * unit.scale();
      }
      values.add(of);
      described.add(Units.channel("channel " + (c + 1), written, rate, samples));
    }
    return new MemoryRecording(
        described,
        values,
        samples == 0 ? List.of() : List.of(new Stretch(0, samples / rate)),
        List.of(),
        SensorGeometry.NONE,
        Map.of("format", "NumPy"));
  }
}
