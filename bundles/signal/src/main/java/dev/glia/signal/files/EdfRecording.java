package dev.glia.signal.files;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SensorGeometry;
import dev.glia.api.signal.SensorType;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An opened EDF or BDF file: samples are read from it when they're asked for. */
final class EdfRecording implements SignalRecording {
  private static final int MOST_EVENTS = 1_000_000;
  private static final double SLACK = 1e-4; // s; stamps are rounded

  private final Source source;
  private final EdfHeader header;
  private final List<EdfHeader.Signal> signals = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<String, String> about = new LinkedHashMap<>();

  EdfRecording(Source source) {
    this.source = source;
    header = EdfHeader.read(source);
    for (EdfHeader.Signal signal : header.signals()) {
      if (!signal.isAnnotations()) {
        signals.add(signal);
        channels.add(
            Units.channel(
                signal.label(),
                signal.dimension(),
                signal.samples() / header.duration(),
                signal.samples() * header.records()));
      }
    }
    times();
    triggers();
    annotations.sort(Comparator.comparing(Annotation::onset));
    describe();
  }

  private void describe() {
    about.put("format", header.sampleBytes() == 3 ? "BDF" : "EDF");
    about.put("started", header.date() + " " + header.time());
    if (!header.patient().isEmpty()) {
      about.put("subject", header.patient());
    }
    if (!header.recording().isEmpty()) {
      about.put("recording", header.recording());
    }
  }

  /** Reads the annotations of all records, and from their time stamps what follows on what. */
  private void times() {
    TimedAnnotations lists = new TimedAnnotations(source, annotations);
    List<EdfHeader.Signal> holders =
        header.signals().stream().filter(EdfHeader.Signal::isAnnotations).toList();
    int longest = holders.stream().mapToInt(EdfHeader.Signal::samples).max().orElse(0);
    byte[] bytes = new byte[longest * header.sampleBytes()];
    double begun = 0;
    double next = 0; // when the next record would begin
    for (long record = 0; record < header.records() && !holders.isEmpty(); record++) {
      double stamp = Double.NaN;
      for (int i = 0; i < holders.size(); i++) {
        EdfHeader.Signal holder = holders.get(i);
        int length = holder.samples() * header.sampleBytes();
        long at = at(record, holder);
        source.read(at, bytes, length);
        double start = lists.read(bytes, length, at);
        stamp = i == 0 ? start : stamp;
      }
      if (header.discontinuous()) {
        if (Double.isNaN(stamp)) {
          throw source.broken(
              at(record, holders.get(0)), "record " + record + " has no time stamp");
        }
        if (stamp < next - SLACK) {
          throw source.broken(
              at(record, holders.get(0)),
              "record " + record + " begins at " + stamp + " s, before the end of the one before");
        }
        if (stamp > next + SLACK) {
          stretch(begun, next);
          begun = stamp;
          next = stamp;
        }
      }
      next += header.duration();
    }
    if (holders.isEmpty()) {
      if (header.discontinuous()) {
        throw source.broken(192, "a discontinuous file without annotations has no times");
      }
      next = header.records() * header.duration();
    }
    stretch(begun, next);
    if (lists.damaged() > 0) {
      about.put("damaged annotations", String.valueOf(lists.damaged()));
    }
  }

  private void stretch(double from, double to) {
    if (to > from) {
      stretches.add(new Stretch(from, to - from));
    }
  }

  /** Events of a BioSemi status channel: whenever its low 16 bits become another code than 0. */
  private void triggers() {
    for (int c = 0; c < channels.size(); c++) {
      if (header.sampleBytes() == 3 && channels.get(c).type() == SensorType.TRIGGER) {
        triggers(c);
        return;
      }
    }
  }

  private void triggers(int c) {
    EdfHeader.Signal signal = signals.get(c);
    byte[] bytes = new byte[signal.samples() * 3];
    double rate = channels.get(c).rate();
    int last = 0;
    int stretch = 0;
    double gaps = 0; // seconds before this record that weren't recorded
    double end = 0; // recorded seconds up to the end of the stretch
    for (long record = 0; record < header.records(); record++) {
      source.read(at(record, signal), bytes, bytes.length);
      if (record * header.duration() > end - SLACK && stretch < stretches.size()) {
        gaps = stretches.get(stretch).start() - end;
        end += stretches.get(stretch++).seconds();
      }
      for (int i = 0; i < signal.samples(); i++) {
        int code = bytes[3 * i] & 0xFF | (bytes[3 * i + 1] & 0xFF) << 8;
        if (code != last && code != 0) {
          if (annotations.size() == MOST_EVENTS) {
            return;
          }
          long sample = record * signal.samples() + i;
          annotations.add(
              new Annotation(sample / rate + gaps, 0, "Status", String.valueOf(code), -1));
        }
        last = code;
      }
    }
  }

  private long at(long record, EdfHeader.Signal signal) {
    return header.headerBytes() + record * header.recordBytes() + signal.place();
  }

  @Override
  public void read(int channel, long start, double[] into, int offset, int count) {
    Objects.checkFromIndexSize(start, count, channels.get(channel).samples());
    EdfHeader.Signal signal = signals.get(channel);
    double unit = Units.of(signal.dimension()).scale();
    double gain = signal.gain() * unit;
    double zero = signal.physicalLow() * unit - signal.digitalLow() * gain;
    int wide = header.sampleBytes();
    byte[] bytes = new byte[Math.min(count, signal.samples()) * wide];
    int done = 0;
    while (done < count) {
      long sample = start + done;
      int within = (int) (sample % signal.samples());
      int now = Math.min(count - done, signal.samples() - within);
      source.read(at(sample / signal.samples(), signal) + (long) within * wide, bytes, now * wide);
      for (int i = 0; i < now; i++) {
        into[offset + done + i] = digital(bytes, i * wide, wide) * gain + zero;
      }
      done += now;
    }
  }

  private static int digital(byte[] bytes, int at, int wide) {
    return wide == 2
        ? bytes[at] & 0xFF | bytes[at + 1] << 8
        : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] << 16;
  }

  @Override
  public List<Channel> channels() {
    return List.copyOf(channels);
  }

  @Override
  public List<Stretch> stretches() {
    return List.copyOf(stretches);
  }

  @Override
  public List<Annotation> annotations() {
    return List.copyOf(annotations);
  }

  @Override
  public SensorGeometry geometry() {
    return SensorGeometry.NONE;
  }

  @Override
  public Map<String, String> about() {
    return Map.copyOf(about);
  }

  @Override
  public void close() {
    source.close();
  }
}
