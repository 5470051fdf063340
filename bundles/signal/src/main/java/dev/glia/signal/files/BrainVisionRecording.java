package dev.glia.signal.files;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** An opened BrainVision recording: samples are read when they're asked for. */
final class BrainVisionRecording implements SignalRecording {
  private static final int BLOCK = 1 << 20; // bytes
  private static final int MOST_MARKERS = 1_000_000;

  private final BrainVisionHeader header;
  private final Source data;
  private final List<Annotation> annotations = new ArrayList<>();
  private final Map<String, String> about = new LinkedHashMap<>();

  /**
   * Opens.
   *
   * @param beside opens a file of the same folder by its name
   */
  BrainVisionRecording(Source header, String base, Function<String, Source> beside) {
    IniText text = IniText.read(header, "brain");
    Source[] opened = new Source[1];
    try {
      this.header =
          BrainVisionHeader.of(
              text,
              base,
              name -> {
                opened[0] = beside.apply(name);
                return opened[0];
              });
      if (!this.header.markerFile().equals("-")) {
        try (Source markers = beside.apply(this.header.markerFile())) {
          markers(IniText.read(markers, "brain"));
        }
      }
    } catch (RuntimeException | Error failed) {
      if (opened[0] != null) {
        opened[0].close();
      }
      throw failed;
    }
    data = opened[0];
    annotations.sort(Comparator.comparing(Annotation::onset));
    about.put("format", "BrainVision, " + (this.header.single() ? "float32" : "int16"));
  }

  /** {@code Mk2=Stimulus,S 1,position,length,channel}; positions count from 1. */
  private void markers(IniText text) {
    for (Map.Entry<String, IniText.Entry> entry : text.section("marker infos").entrySet()) {
      String[] parts = entry.getValue().value().split(",", -1);
      if (parts.length < 3) {
        throw text.wrong("marker infos", entry.getKey(), "type, description, position expected");
      }
      long position = count(text, entry.getKey(), parts[2]);
      long length = parts.length > 3 ? count(text, entry.getKey(), parts[3]) : 0;
      long channel = parts.length > 4 ? count(text, entry.getKey(), parts[4]) : 0;
      if (position < 1 || length < 0 || channel < 0 || channel > header.channels().size()) {
        throw text.wrong(
            "marker infos",
            entry.getKey(),
            "position, length or channel is too small" + " or too large");
      }
      if (annotations.size() == MOST_MARKERS) {
        throw text.wrong("marker infos", entry.getKey(), "more than " + MOST_MARKERS + " markers");
      }
      String type = parts[0].replace("\\1", ",");
      if (type.equals("New Segment") && parts.length > 5 && parts[5].matches("[0-9]{14,20}")) {
        about.putIfAbsent("started", parts[5].substring(0, 14));
      }
      annotations.add(
          new Annotation(
              (position - 1) / header.rate(),
              length > 1 ? length / header.rate() : 0, // one sample: a moment
              type,
              parts[1].replace("\\1", ","),
              (int) channel - 1));
    }
  }

  private static long count(IniText text, String key, String value) {
    String number = value.strip();
    if (!number.matches("[0-9]{1,15}")) {
      throw text.wrong("marker infos", key, "'" + number + "' isn't a whole number");
    }
    return Long.parseLong(number);
  }

  @Override
  public void read(int channel, long start, double[] into, int offset, int count) {
    List<Channel> channels = header.channels();
    Channel of = channels.get(channel);
    Objects.checkFromIndexSize(start, count, of.samples());
    int wide = header.sampleBytes();
    int step = header.multiplexed() ? wide * channels.size() : wide;
    long from =
        header.multiplexed()
            ? start * step + (long) channel * wide
            : (channel * of.samples() + start) * wide;
    int block = Math.max(1, BLOCK / step);
    byte[] bytes = new byte[Math.min(block, Math.max(count, 1)) * step];
    for (int done = 0; done < count; done += block) {
      int now = Math.min(block, count - done);
      data.read(from + (long) done * step, bytes, (now - 1) * step + wide);
      for (int i = 0; i < now; i++) {
        double stored = header.single() ? floating(bytes, i * step) : integer(bytes, i * step);
        into[offset + done + i] = stored * header.factors()[channel];
      }
    }
  }

  private static double integer(byte[] bytes, int at) {
    return bytes[at] & 0xFF | bytes[at + 1] << 8;
  }

  private static double floating(byte[] bytes, int at) {
    return Float.intBitsToFloat(
        bytes[at] & 0xFF
            | (bytes[at + 1] & 0xFF) << 8
            | (bytes[at + 2] & 0xFF) << 16
            | bytes[at + 3] << 24);
  }

  @Override
  public List<Channel> channels() {
    return header.channels();
  }

  @Override
  public List<Stretch> stretches() {
    double seconds = header.channels().get(0).samples() / header.rate();
    return seconds > 0 ? List.of(new Stretch(0, seconds)) : List.of();
  }

  @Override
  public List<Annotation> annotations() {
    return List.copyOf(annotations);
  }

  @Override
  public SensorGeometry geometry() {
    return header.geometry();
  }

  @Override
  public Map<String, String> about() {
    return Map.copyOf(about);
  }

  @Override
  public void close() {
    data.close();
  }
}
