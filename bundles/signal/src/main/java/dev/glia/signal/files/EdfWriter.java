package dev.glia.signal.files;

import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.Units;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes recordings as EDF+ (16 bits), or in the same form with BioSemi's 24 bits. A channel's
 * range is that of its samples; what is read again differs by at most half a step of it.
 *
 * <p>Records last as long as the writer is told; a recording with gaps becomes discontinuous. Each
 * stretch must be a whole number of records, and each channel have a whole number of samples in
 * one.
 */
public final class EdfWriter {
  private static final int WIDTH = 256;
  private static final int ANNOTATION_BYTES = 120; // even, and a multiple of three

  private final SignalRecording recording;
  private final double seconds;
  private final int wide;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Record> records = new ArrayList<>();
  private final List<List<byte[]>> lists = new ArrayList<>();

  /** When a record begins, and how much was recorded before. */
  private record Record(double onset, double recorded) {}

  /** A channel as it's stored. */
  private record Stored(int samples, double low, double high, double unit) {}

  private EdfWriter(SignalRecording recording, double seconds, int wide) {
    this.recording = recording;
    this.seconds = seconds;
    this.wide = wide;
    double recorded = 0;
    for (Stretch stretch : recording.stretches()) {
      long count = whole(stretch.seconds() / seconds, "a stretch in records");
      for (long k = 0; k < count; k++) {
        records.add(new Record(stretch.start() + k * seconds, recorded + k * seconds));
        lists.add(new ArrayList<>());
      }
      recorded += stretch.seconds();
    }
  }

  /**
   * Writes EDF+.
   *
   * @param seconds of a record
   * @throws IllegalArgumentException if stretches or rates don't fit into such records
   */
  public static byte[] edf(SignalRecording recording, double seconds) {
    return new EdfWriter(recording, seconds, 2).write();
  }

  /** Writes BDF+, as {@link #edf}. */
  public static byte[] bdf(SignalRecording recording, double seconds) {
    return new EdfWriter(recording, seconds, 3).write();
  }

  private static long whole(double number, String what) {
    if (Math.abs(number - Math.rint(number)) > 1e-6) {
      throw new IllegalArgumentException(what + ": " + number + " isn't whole");
    }
    return Math.round(number);
  }

  private byte[] write() {
    List<Stored> stored = new ArrayList<>();
    for (int c = 0; c < recording.channels().size(); c++) {
      stored.add(stored(c));
    }
    annotations();
    int most = 1;
    for (List<byte[]> of : lists) {
      int bytes = of.stream().mapToInt(list -> list.length).sum();
      most = Math.max(most, (bytes + 40 + ANNOTATION_BYTES - 1) / ANNOTATION_BYTES);
    }
    int holder = most * ANNOTATION_BYTES;
    header(stored, holder);
    for (int r = 0; r < records.size(); r++) {
      for (int c = 0; c < stored.size(); c++) {
        samples(c, stored.get(c), r);
      }
      lists(r, holder);
    }
    return out.toByteArray();
  }

  private Stored stored(int c) {
    Channel channel = recording.channels().get(c);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double unit = Units.of(channel.writtenUnit()).scale();
    for (double value : recording.read(c, 0, Math.toIntExact(channel.samples()))) {
      low = Math.min(low, value / unit);
      high = Math.max(high, value / unit);
    }
    if (!(low <= high)) {
      low = 0;
      high = 1;
    }
    double room = Math.max(Math.max(Math.abs(low), Math.abs(high)) * 1e-6, 1e-6);
    return new Stored(
        (int) whole(channel.rate() * seconds, channel.name() + ": samples in a record"),
        Double.parseDouble(number(low - room, false)),
        Double.parseDouble(number(high + room, true)),
        unit);
  }

  /** At most eight characters; rounded down or up. */
  private static String number(double value, boolean up) {
    for (int digits = 6; digits >= 0; digits--) {
      double step = Math.pow(10, -digits);
      double rounded = (up ? Math.ceil(value / step) : Math.floor(value / step)) * step;
      String text = String.format(Locale.ROOT, "%." + digits + "f", rounded);
      if (text.length() <= 8) {
        return text;
      }
    }
    throw new IllegalArgumentException(value + " has more than eight digits");
  }

  private void annotations() {
    for (Annotation each : recording.annotations()) {
      int record = 0;
      while (record + 1 < records.size() && records.get(record + 1).onset() <= each.onset()) {
        record++;
      }
      String length = each.duration() > 0 ? "\u0015" + decimal(each.duration()) : "";
      String list = signed(each.onset()) + length + "\u0014" + each.text() + "\u0014\0";
      lists.get(record).add(list.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String decimal(double number) {
    String text = String.format(Locale.ROOT, "%.6f", number);
    return text.replaceFirst("\\.?0+$", "");
  }

  private static String signed(double number) {
    return (number < 0 ? "" : "+") + decimal(number);
  }

  private void header(List<Stored> stored, int holder) {
    int signals = stored.size() + 1;
    Map<String, String> about = recording.about();
    boolean gaps = recording.stretches().size() > 1;
    String family = wide == 3 ? "BDF" : "EDF";
    out.writeBytes(
        wide == 3
            ? "\u00FFBIOSEMI".getBytes(StandardCharsets.ISO_8859_1)
            : "0       ".getBytes(StandardCharsets.ISO_8859_1));
    put(about.getOrDefault("subject", "X X X X"), 80);
    put("Startdate X X X X", 80);
    put("01.01.70", 8);
    put("00.00.00", 8);
    put(String.valueOf(WIDTH * (signals + 1)), 8);
    put(family + (gaps ? "+D" : "+C"), 44);
    put(String.valueOf(records.size()), 8);
    put(decimal(seconds), 8);
    put(String.valueOf(signals), 4);
    List<Channel> channels = recording.channels();
    fields(16, channels.stream().map(Channel::name).toList(), family + " Annotations");
    fields(80, channels.stream().map(c -> "").toList(), "");
    fields(8, channels.stream().map(c -> c.writtenUnit().replace('µ', 'u')).toList(), "");
    fields(8, stored.stream().map(s -> number(s.low(), false)).toList(), "-1");
    fields(8, stored.stream().map(s -> number(s.high(), true)).toList(), "1");
    fields(8, stored.stream().map(s -> String.valueOf(-top())).toList(), String.valueOf(-top()));
    fields(8, stored.stream().map(s -> String.valueOf(top())).toList(), String.valueOf(top()));
    fields(80, channels.stream().map(c -> "").toList(), "");
    fields(
        8,
        stored.stream().map(s -> String.valueOf(s.samples())).toList(),
        String.valueOf(holder / wide));
    fields(32, channels.stream().map(c -> "").toList(), "");
  }

  private int top() {
    return wide == 3 ? (1 << 23) - 1 : (1 << 15) - 1;
  }

  private void fields(int length, List<String> texts, String last) {
    texts.forEach(text -> put(text, length));
    put(last, length);
  }

  private void put(String text, int length) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < length; i++) {
      out.write(i < bytes.length ? bytes[i] : ' ');
    }
  }

  private void samples(int c, Stored of, int record) {
    double rate = recording.channels().get(c).rate();
    long start = Math.round(records.get(record).recorded() * rate);
    double[] values = recording.read(c, start, of.samples());
    double step = (of.high() - of.low()) / (2.0 * top());
    for (double value : values) {
      long digital = Math.round((value / of.unit() - of.low()) / step) - top();
      word(Math.clamp(digital, -top(), top()));
    }
  }

  private void word(int value) {
    for (int i = 0; i < wide; i++) {
      out.write(value >> 8 * i);
    }
  }

  private void lists(int record, int bytes) {
    byte[] stamp =
        (signed(records.get(record).onset()) + "\u0014\u0014\0").getBytes(StandardCharsets.UTF_8);
    out.writeBytes(stamp);
    int left = bytes - stamp.length;
    for (byte[] list : lists.get(record)) {
      out.writeBytes(list);
      left -= list.length;
    }
    out.writeBytes(new byte[left]);
  }
}
