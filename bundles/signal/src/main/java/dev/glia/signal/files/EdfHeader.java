package dev.glia.signal.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of an EDF, EDF+ or BDF file, checked against the file's size.
 *
 * @param sampleBytes 2 for EDF, 3 for BDF
 * @param discontinuous whether records may be apart in time ({@code EDF+D})
 * @param records how many there are
 * @param duration of a record in seconds; 0 if the file has annotations only
 */
record EdfHeader(
    int sampleBytes,
    String patient,
    String recording,
    String date,
    String time,
    boolean discontinuous,
    long records,
    double duration,
    List<Signal> signals) {
  private static final int FIXED = 256;
  private static final int LONGEST_RECORD = 256 << 20;

  /**
   * A signal.
   *
   * @param place of its bytes in a record
   * @param samples in a record
   */
  record Signal(
      String label,
      String dimension,
      double physicalLow,
      double physicalHigh,
      double digitalLow,
      double digitalHigh,
      int samples,
      int place) {
    boolean isAnnotations() {
      return label.equals("EDF Annotations") || label.equals("BDF Annotations");
    }

    double gain() {
      return (physicalHigh - physicalLow) / (digitalHigh - digitalLow);
    }
  }

  int headerBytes() {
    return FIXED * (signals.size() + 1);
  }

  int recordBytes() {
    Signal last = signals.get(signals.size() - 1);
    return last.place() + last.samples() * sampleBytes;
  }

  boolean hasSamples() {
    return signals.stream().anyMatch(signal -> !signal.isAnnotations());
  }

  /** Reads the header; faults name field and offset. */
  static EdfHeader read(Source source) {
    return new Reading(source).header();
  }

  /** Reads the fields of one file. */
  private static final class Reading {
    private final Source source;
    private byte[] bytes;

    Reading(Source source) {
      this.source = source;
    }

    EdfHeader header() {
      if (source.size() < FIXED) {
        throw source.broken(source.size(), "cut off: the header of an EDF file has 256 bytes");
      }
      bytes = source.read(0, FIXED);
      int sampleBytes = sampleBytes();
      int count = whole("number of signals", 252, 4, 1, 9999);
      if (source.size() < FIXED * (count + 1L)) {
        throw source.broken(
            source.size(),
            "cut off: the header of " + count + " signals has " + FIXED * (count + 1L) + " bytes");
      }
      bytes = source.read(0, FIXED * (count + 1));
      int size = whole("header length", 184, 8, 0, 99_999_999);
      if (size != bytes.length) {
        throw source.broken(
            184, "header length " + size + " isn't that of " + count + " signals: " + bytes.length);
      }
      String kind = text(192, 44);
      double duration = number("duration of a record", 244, 8);
      List<Signal> signals = signals(count, sampleBytes);
      EdfHeader header =
          new EdfHeader(
              sampleBytes,
              text(8, 80),
              text(88, 80),
              text(168, 8),
              text(176, 8),
              kind.startsWith("EDF+D") || kind.startsWith("BDF+D"),
              0,
              duration,
              signals);
      if (!(duration >= 0) || duration > 1e6 || duration == 0 && header.hasSamples()) {
        throw source.broken(244, "a record lasts " + duration + " s");
      }
      return header.of(records(header));
    }

    private int sampleBytes() {
      if ((bytes[0] & 0xFF) == 0xFF && text(1, 7).equals("BIOSEMI")) {
        return 3;
      }
      if (text(0, 8).equals("0")) {
        return 2;
      }
      throw source.broken(0, "neither an EDF nor a BDF file: it begins with '" + text(0, 8) + "'");
    }

    private long records(EdfHeader header) {
      long data = source.size() - header.headerBytes();
      long whole = data / header.recordBytes();
      int said = whole("number of records", 236, 8, -1, 99_999_999);
      if (said > whole) {
        throw source.broken(
            source.size(),
            "cut off in record "
                + whole
                + " of "
                + said
                + " (of "
                + header.recordBytes()
                + " bytes each)");
      }
      return said < 0 ? whole : said;
    }

    private List<Signal> signals(int count, int sampleBytes) {
      List<Signal> signals = new ArrayList<>(count);
      long place = 0;
      for (int i = 0; i < count; i++) {
        int samples = whole("samples in a record", at(count, i, 216, 8), 8, 1, 99_999_999);
        Signal signal =
            new Signal(
                text(at(count, i, 0, 16), 16),
                text(at(count, i, 96, 8), 8),
                number("physical minimum", at(count, i, 104, 8), 8),
                number("physical maximum", at(count, i, 112, 8), 8),
                number("digital minimum", at(count, i, 120, 8), 8),
                number("digital maximum", at(count, i, 128, 8), 8),
                samples,
                (int) place);
        if (!signal.isAnnotations() && !(signal.digitalHigh() > signal.digitalLow())) {
          throw source.broken(
              at(count, i, 120, 8),
              "signal '" + signal.label() + "': digital minimum isn't below its maximum");
        }
        if (!signal.isAnnotations() && signal.physicalHigh() == signal.physicalLow()) {
          throw source.broken(
              at(count, i, 104, 8),
              "signal '" + signal.label() + "': physical minimum and maximum are the same");
        }
        place += (long) samples * sampleBytes;
        if (place > LONGEST_RECORD) {
          throw source.broken(
              at(count, i, 216, 8), "a record has more than " + LONGEST_RECORD + " bytes");
        }
        signals.add(signal);
      }
      return signals;
    }

    /** Fields stand one after the other, each for all signals. */
    private static int at(int count, int signal, int before, int length) {
      return FIXED + count * before + signal * length;
    }

    private String text(int at, int length) {
      return new String(bytes, at, length, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }

    private int whole(String field, int at, int length, int low, int high) {
      double value = number(field, at, length);
      if (value != Math.rint(value) || value < low || value > high) {
        throw source.broken(
            at, field + ": '" + text(at, length) + "' isn't in " + low + ".." + high);
      }
      return (int) value;
    }

    private double number(String field, int at, int length) {
      String text = text(at, length).replace(',', '.');
      if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?")) {
        throw source.broken(at, field + ": '" + text + "' isn't a number");
      }
      return Double.parseDouble(text);
    }
  }

  private EdfHeader of(long count) {
    return new EdfHeader(
        sampleBytes, patient, recording, date, time, discontinuous, count, duration, signals);
  }
}
