package dev.glia.interchange.signals;

import dev.glia.api.component.Fault;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Stretch;
import dev.glia.interchange.hdf5.Hdf5Tree;
import dev.glia.interchange.hdf5.Hdf5Tree.Group;
import dev.glia.interchange.hdf5.Hdf5Tree.Numbers;
import dev.glia.interchange.hdf5.Hdf5Tree.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds a time series in a file's tree and understands it. */
final class TimeSeries {
  private static final int MOST_CHANNELS = 100_000;
  private static final double JITTER = 0.5; // of a sample: more is a gap

  private final String file;
  private final Group root;
  private final String wanted;
  private final double otherwiseRate;
  private final Map<String, Group> found = new LinkedHashMap<>();

  TimeSeries(String file, Group root, String wanted, double otherwiseRate) {
    this.file = file;
    this.root = root;
    this.wanted = wanted;
    this.otherwiseRate = otherwiseRate;
  }

  Hdf5Recording recording() {
    find(root);
    if (found.isEmpty()) {
      return plain();
    }
    Group series = wanted.equals("first") ? found.values().iterator().next() : found.get(wanted);
    if (series == null) {
      throw Fault.input(
          file + ": " + wanted + ": no time series. There is: " + found.keySet() + ".");
    }
    return series(series);
  }

  /** Time series have data, and either a start with a rate or a time stamp for each sample. */
  private void find(Group group) {
    boolean timed =
        group.members().get("timestamps") instanceof Numbers
            || group.members().get("starting_time") instanceof Numbers;
    if (timed
        && group.members().get("data") instanceof Numbers data
        && (data.shape().length == 1 || data.shape().length == 2)) {
      found.put(group.path(), group);
    }
    for (Hdf5Tree member : group.members().values()) {
      if (member instanceof Group below) {
        find(below);
      }
    }
  }

  private Hdf5Recording series(Group series) {
    Numbers data = (Numbers) series.members().get("data");
    int samples = data.shape()[0];
    int channels = data.shape().length == 1 ? 1 : data.shape()[1];
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw refused(data.path(), channels + " channels");
    }
    Timing timing = timing(series, samples);
    double conversion = number(data, "conversion", 1);
    double offset = number(data, "offset", 0);
    double[] factors = new double[channels];
    Arrays.fill(factors, conversion);
    if (series.members().get("channel_conversion") instanceof Numbers each) {
      if (each.values().length != channels) {
        throw refused(each.path(), each.values().length + " factors for " + channels + " channels");
      }
      for (int c = 0; c < channels; c++) {
        factors[c] *= each.values()[c];
      }
    }
    String unit = String.valueOf(data.attributes().getOrDefault("unit", "volts"));
    Electrodes electrodes = Electrodes.of(root, series, channels);
    return new Hdf5Recording(
        electrodes.names(),
        electrodes.geometry(),
        unit.matches("(?i)volts?") ? "V" : unit,
        timing.rate(),
        columns(data.values(), samples, channels, factors, offset),
        timing.stretches(),
        marks(),
        about(series.path()));
  }

  private static double[][] columns(
      double[] values, int samples, int channels, double[] factors, double offset) {
    double[][] columns = new double[channels][samples];
    for (int i = 0; i < samples; i++) {
      for (int c = 0; c < channels; c++) {
        columns[c][i] = values[i * channels + c] * factors[c] + offset;
      }
    }
    return columns;
  }

  /** When samples were taken. */
  private record Timing(double rate, List<Stretch> stretches) {}

  private Timing timing(Group series, int samples) {
    if (series.members().get("starting_time") instanceof Numbers start) {
      double rate = number(start, "rate", Double.NaN);
      double from = start.values().length == 1 ? start.values()[0] : Double.NaN;
      if (!isRate(rate) || !Double.isFinite(from)) {
        throw refused(start.path(), "starts at " + from + " s with " + rate + " samples a second");
      }
      return new Timing(
          rate, samples == 0 ? List.of() : List.of(new Stretch(from, samples / rate)));
    }
    Numbers stamps = (Numbers) series.members().get("timestamps");
    if (stamps.values().length != samples || samples < 2) {
      throw refused(
          stamps.path(), stamps.values().length + " time stamps for " + samples + " samples");
    }
    return stamped(stamps);
  }

  private Timing stamped(Numbers stamps) {
    double[] times = stamps.values();
    double[] steps = new double[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
      if (!(steps[i] > 0) || Double.isInfinite(steps[i])) {
        throw refused(stamps.path(), "time stamp " + (i + 1) + " isn't after the one before");
      }
    }
    double[] sorted = steps.clone();
    Arrays.sort(sorted);
    double step = sorted[sorted.length / 2];
    if (!isRate(1 / step)) {
      throw refused(stamps.path(), "a sample each " + step + " s");
    }
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < times.length; i++) {
      boolean last = i == times.length - 1;
      if (last || steps[i] > step * (1 + JITTER)) {
        stretches.add(new Stretch(times[from], (i + 1 - from) * step));
        from = i + 1;
      } else if (steps[i] < step * (1 - JITTER)) {
        throw refused(stamps.path(), "uneven: " + steps[i] + " s after time stamp " + i);
      }
    }
    return new Timing(1 / step, stretches);
  }

  private static boolean isRate(double rate) {
    return rate > 1e-9 && rate < 1e12;
  }

  private static double number(Numbers of, String attribute, double otherwise) {
    return of.attributes().get(attribute) instanceof Double value ? value : otherwise;
  }

  /** {@code /intervals/<table>} with start and stop times. */
  private List<Annotation> marks() {
    List<Annotation> marks = new ArrayList<>();
    if (root.members().get("intervals") instanceof Group intervals) {
      for (Map.Entry<String, Hdf5Tree> each : intervals.members().entrySet()) {
        if (each.getValue() instanceof Group table
            && table.members().get("start_time") instanceof Numbers starts
            && table.members().get("stop_time") instanceof Numbers stops
            && starts.values().length == stops.values().length) {
          for (int i = 0; i < starts.values().length; i++) {
            double duration = stops.values()[i] - starts.values()[i];
            if (!(duration >= 0) || !Double.isFinite(starts.values()[i] + duration)) {
              throw refused(table.path(), "row " + i + " ends before it starts");
            }
            marks.add(new Annotation(starts.values()[i], duration, each.getKey(), "", -1));
          }
        }
      }
    }
    marks.sort(Comparator.comparing(Annotation::onset));
    return marks;
  }

  private Map<String, String> about(String series) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("format", "NWB");
    about.put("series", series);
    if (found.size() > 1) {
      about.put("other series", String.join(", ", found.keySet()));
    }
    for (String key : List.of("session_start_time", "session_description")) {
      if (root.members().get(key) instanceof Texts text && text.texts().size() == 1) {
        about.put(key.replace('_', ' '), text.texts().get(0));
      }
    }
    return about;
  }

  /** {@code data} without times: a matrix, or a group of channels. */
  private Hdf5Recording plain() {
    List<String> names = new ArrayList<>();
    double[][] columns;
    Hdf5Tree data = root.members().get("data");
    if (data instanceof Numbers matrix && matrix.shape().length == 2) {
      int channels = matrix.shape()[1];
      if (channels < 1 || channels > MOST_CHANNELS) {
        throw refused(matrix.path(), channels + " channels");
      }
      double[] factors = new double[channels];
      Arrays.fill(factors, 1);
      columns = columns(matrix.values(), matrix.shape()[0], channels, factors, 0);
      for (int c = 0; c < channels; c++) {
        names.add("channel " + (c + 1));
      }
    } else if (data instanceof Group group) {
      List<double[]> all = new ArrayList<>();
      for (Map.Entry<String, Hdf5Tree> each : group.members().entrySet()) {
        if (each.getValue() instanceof Numbers of && of.shape().length == 1) {
          if (!all.isEmpty() && all.get(0).length != of.values().length) {
            throw refused(of.path(), "isn't as long as the others");
          }
          names.add(each.getKey());
          all.add(of.values());
        }
      }
      columns = all.toArray(double[][]::new);
    } else {
      columns = new double[0][];
    }
    if (columns.length == 0) {
      throw Fault.input(file + ": no time series: neither one of NWB nor data sets called 'data'.");
    }
    double seconds = columns[0].length / otherwiseRate;
    return new Hdf5Recording(
        names,
        dev.glia.api.signal.SensorGeometry.NONE,
        "",
        otherwiseRate,
        columns,
        seconds > 0 ? List.of(new Stretch(0, seconds)) : List.of(),
        List.of(),
        Map.of("format", "HDF5"));
  }

  private Fault refused(String path, String why) {
    return Fault.input(file + ": " + path + ": " + why + ".");
  }
}
