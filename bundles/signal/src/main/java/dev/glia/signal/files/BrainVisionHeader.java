package dev.glia.signal.files;

import dev.glia.api.component.Fault;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.signal.recording.HeadAngles;
import dev.glia.signal.recording.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a {@code .vhdr} file says.
 *
 * @param single whether samples are float32, not int16
 * @param multiplexed whether samples of one time lie together
 * @param factors of each channel, from stored number to its SI unit
 */
record BrainVisionHeader(
    String dataFile,
    String markerFile,
    boolean single,
    boolean multiplexed,
    double rate,
    List<Channel> channels,
    double[] factors,
    SensorGeometry geometry) {
  private static final int MOST_CHANNELS = 100_000;

  int sampleBytes() {
    return single ? 4 : 2;
  }

  /**
   * Understands a header.
   *
   * @param base name of the header file without its ending, which {@code $b} stands for
   * @param beside opens a file of the same folder by its name
   */
  static BrainVisionHeader of(IniText text, String base, Function<String, Source> beside) {
    String common = "common infos";
    choice(text, common, "dataformat", "BINARY", "BINARY");
    boolean multiplexed =
        choice(text, common, "dataorientation", "MULTIPLEXED", "MULTIPLEXED", "VECTORIZED") == 0;
    boolean single =
        choice(text, "binary infos", "binaryformat", "INT_16", "INT_16", "IEEE_FLOAT_32") == 1;
    if (text.text("binary infos", "usebigendianorder", "NO").equalsIgnoreCase("YES")) {
      throw text.wrong("binary infos", "usebigendianorder", "big-endian data isn't supported");
    }
    double count = text.positive(common, "numberofchannels");
    if (count != Math.rint(count) || count > MOST_CHANNELS) {
      throw text.wrong(common, "numberofchannels", "not in 1.." + MOST_CHANNELS);
    }
    if (text.section("channel infos").size() < count) {
      throw Fault.input(
          text.file()
              + ": [channel infos]: "
              + text.section("channel infos").size()
              + " channels, where NumberOfChannels says "
              + (int) count
              + ".");
    }
    double rate = 1e6 / text.positive(common, "samplinginterval");
    if (Double.isInfinite(rate)) {
      throw text.wrong(common, "samplinginterval", "no time between samples");
    }
    String data = file(text, "datafile", base, "");
    Source opened = beside.apply(data);
    long bytes = opened.size();
    long frame = (long) count * (single ? 4 : 2);
    if (bytes % frame != 0) {
      throw opened.broken(
          bytes, "cut off: not a whole number of samples of " + (int) count + " channels");
    }
    return channels(text, (int) count, rate, bytes / frame, data, base, single, multiplexed);
  }

  private static BrainVisionHeader channels(
      IniText text,
      int count,
      double rate,
      long samples,
      String data,
      String base,
      boolean single,
      boolean multiplexed) {
    List<Channel> channels = new ArrayList<>();
    List<SensorType> types = new ArrayList<>();
    double[] factors = new double[count];
    double[][] positions = new double[count][];
    for (int i = 0; i < count; i++) {
      String key = "ch" + (i + 1);
      List<String> parts = Arrays.asList(text.text("channel infos", key).split(",", -1));
      String name = parts.get(0).replace("\\1", ",");
      String written = parts.size() > 3 && !parts.get(3).isBlank() ? parts.get(3).strip() : "µV";
      double resolution = 1;
      if (parts.size() > 2 && !parts.get(2).isBlank()) {
        resolution = resolution(text, key, parts.get(2).strip());
      }
      factors[i] = resolution * Units.of(written).scale();
      channels.add(Units.channel(name, written, rate, samples));
      types.add(channels.get(i).type());
      positions[i] = position(text, key);
    }
    boolean placed = Arrays.stream(positions).anyMatch(p -> !Double.isNaN(p[0]));
    List<String> names = channels.stream().map(Channel::name).toList();
    return new BrainVisionHeader(
        data,
        file(text, "markerfile", base, "-"),
        single,
        multiplexed,
        rate,
        channels,
        factors,
        placed
            ? new SensorGeometry(names, positions, new double[count][3], types)
            : SensorGeometry.NONE);
  }

  private static double resolution(IniText text, String key, String value) {
    String number = value.replace(',', '.');
    if (!number.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?") || number.length() > 40) {
      throw text.wrong("channel infos", key, "resolution '" + value + "' isn't a number");
    }
    return Double.parseDouble(number);
  }

  /** Radius, theta, phi in degrees; radius 0 says that the place isn't known. */
  private static double[] position(IniText text, String key) {
    String[] parts = text.text("coordinates", key, "").split(",", -1);
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      String part = i < parts.length ? parts[i].strip() : "";
      if (!part.matches("[+-]?[0-9]{1,9}(\\.[0-9]{0,9})?")) {
        return new double[] {Double.NaN, Double.NaN, Double.NaN};
      }
      numbers[i] = Double.parseDouble(part);
    }
    return numbers[0] == 0
        ? new double[] {Double.NaN, Double.NaN, Double.NaN}
        : HeadAngles.onHead(numbers[1], numbers[2]);
  }

  /** A file beside the header; never one of another folder. */
  private static String file(IniText text, String key, String base, String otherwise) {
    String named =
        otherwise.isEmpty()
            ? text.text("common infos", key)
            : text.text("common infos", key, otherwise);
    String name = named.replace("$b", base);
    if (name.contains("/") || name.contains("\\") || name.contains("\0") || name.equals("..")) {
      throw text.wrong("common infos", key, "'" + name + "' isn't a file of the same folder");
    }
    return name;
  }

  private static int choice(
      IniText text, String section, String key, String otherwise, String... choices) {
    String value = text.text(section, key, otherwise);
    for (int i = 0; i < choices.length; i++) {
      if (choices[i].equalsIgnoreCase(value)) {
        return i;
      }
    }
    throw text.wrong(section, key, "'" + value + "' isn't one of " + String.join(", ", choices));
  }
}
