package dev.glia.interchange.signals;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A time series in memory. */
record Hdf5Recording(
    List<Channel> channels,
    SensorGeometry geometry,
    double[][] values,
    List<Stretch> stretches,
    List<Annotation> annotations,
    Map<String, String> about)
    implements SignalRecording {
  Hdf5Recording(
      List<String> names,
      SensorGeometry geometry,
      String unit,
      double rate,
      double[][] values,
      List<Stretch> stretches,
      List<Annotation> annotations,
      Map<String, String> about) {
    this(
        channels(names, unit, rate, values[0].length),
        geometry,
        values,
        List.copyOf(stretches),
        List.copyOf(annotations),
        Map.copyOf(about));
  }

  private static List<Channel> channels(List<String> names, String unit, double rate, int samples) {
    SensorType type = unit.equals("V") ? SensorType.INTRACRANIAL : SensorType.OTHER;
    List<Channel> channels = new ArrayList<>();
    for (String name : names) {
      channels.add(new Channel(name, type, unit, unit, rate, samples));
    }
    return List.copyOf(channels);
  }

  @Override
  public void read(int channel, long start, double[] into, int offset, int count) {
    Objects.checkFromIndexSize(start, count, channels.get(channel).samples());
    System.arraycopy(values[channel], (int) start, into, offset, count);
  }

  @Override
  public void close() {}
}
