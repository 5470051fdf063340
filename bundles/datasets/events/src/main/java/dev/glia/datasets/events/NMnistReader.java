package dev.glia.datasets.events;

import dev.glia.api.component.Fault;
import dev.glia.api.data.Sample;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads one recording of N-MNIST: 5 bytes an event, column, row, then a bit of polarity and 23 bits
 * of microseconds, high byte first. An event in row 240 is none: the camera's clock has passed
 * another 2^13 µs, which count for all that follow.
 */
final class NMnistReader {
  static final int SIDE = 34;
  private static final int EVENT = 5;
  private static final int OVERFLOW_ROW = 240;
  private static final long OVERFLOW = 1 << 13;
  private static final int MOST_EVENTS = 1_000_000;

  private NMnistReader() {}

  /**
   * Reads a file.
   *
   * @throws Fault naming the file and the byte at which it's none of these recordings
   */
  static Sample read(Path file, int label) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString(), label);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + ": can't be read: " + e.getMessage(), e);
    }
  }

  static Sample read(InputStream in, String name, int label) throws IOException {
    List<Sample.Event> events = new ArrayList<>();
    float[] counts = new float[2 * SIDE * SIDE];
    byte[] bytes = new byte[EVENT];
    long passed = 0;
    for (long at = 0; ; at += EVENT) {
      int length = in.readNBytes(bytes, 0, EVENT);
      if (length == 0) {
        break;
      }
      if (length < EVENT) {
        throw fault(name, at + length, "the file ends in the middle of an event");
      }
      if (events.size() == MOST_EVENTS) {
        throw fault(name, at, "more than " + MOST_EVENTS + " events: no recording is so long");
      }
      int column = bytes[0] & 0xFF;
      int row = bytes[1] & 0xFF;
      if (row == OVERFLOW_ROW) {
        passed += OVERFLOW;
        continue;
      }
      if (column >= SIDE || row >= SIDE) {
        throw fault(
            name, at, "column " + column + ", row " + row + ", but the camera has 34 of each");
      }
      int polarity = (bytes[2] & 0x80) >>> 7;
      long micros = passed + ((bytes[2] & 0x7F) << 16 | (bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF);
      int address = (polarity * SIDE + row) * SIDE + column;
      counts[address]++;
      events.add(new Sample.Event(micros * 1e-6, address));
    }
    events.sort(Comparator.comparingDouble(Sample.Event::seconds));
    return new Sample(counts, label, events.toArray(new Sample.Event[0]));
  }

  private static Fault fault(String name, long at, String what) {
    return Fault.input(name + ": at byte " + at + ": " + what + ". Replace the file.");
  }
}
