package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.Sample;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/** The digits of a CSV file, in its order. */
final class DigitsFile {
  private static final int WIDTH = 8;
  private static final int PIXELS = WIDTH * WIDTH;
  private static final int BRIGHTEST = 16;
  private static final int CLASSES = 10;
  private static final int TEST_EVERY = 5;
  private static final int MOST_BYTES = 1 << 24; // the real one has 264,712

  private final Path file;
  private final List<Sample> digits;

  private DigitsFile(Path file, List<Sample> digits) {
    this.file = file;
    this.digits = digits;
  }

  /**
   * Reads a file.
   *
   * @throws Fault naming file and line if it isn't such a file
   */
  static DigitsFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file);
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't read " + file + ": " + failed, failed);
    }
  }

  /** Reads the content of a file, whose name is for messages only. */
  static DigitsFile read(InputStream raw, Path file) throws IOException {
    try {
      InputStream in = new LimitedStream(Gzip.unpacked(raw), MOST_BYTES, file);
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      List<Sample> digits = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        digits.add(digit(line, file + ":" + (digits.size() + 1)));
      }
      if (digits.size() < TEST_EVERY) {
        throw Fault.input(file + " has " + digits.size() + " digits, expected some 1,797.");
      }
      return new DigitsFile(file, List.copyOf(digits));
    } catch (EOFException | ZipException damaged) {
      throw Fault.input(file + ": the compressed data is damaged: " + damaged.getMessage());
    }
  }

  private static Sample digit(String line, String where) {
    String[] fields = line.split(",", -1);
    if (fields.length != PIXELS + 1) {
      throw Fault.input(where + ": " + fields.length + " fields, expected 64 pixels and a label.");
    }
    float[] values = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      values[i] = number(fields[i], BRIGHTEST, where) * (255f / BRIGHTEST);
    }
    return Sample.of(values, number(fields[PIXELS], CLASSES - 1, where));
  }

  private static int number(String field, int most, String where) {
    try {
      int number = Integer.parseInt(field.strip());
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    String shown = field.length() > 40 ? field.substring(0, 40) + "…" : field;
    throw Fault.input(where + ": '" + shown + "', expected a whole number from 0 to " + most + ".");
  }

  Dataset split(boolean test) {
    List<Sample> chosen =
        IntStream.range(0, digits.size())
            .filter(i -> (i % TEST_EVERY == TEST_EVERY - 1) == test)
            .mapToObj(digits::get)
            .toList();
    return new Split(chosen, chosen.size() + " of " + digits.size() + " digits, from " + file);
  }

  private record Split(List<Sample> samples, String origin) implements Dataset {
    @Override
    public long size() {
      return samples.size();
    }

    @Override
    public int[] shape() {
      return new int[] {WIDTH, WIDTH};
    }

    @Override
    public int classes() {
      return CLASSES;
    }

    @Override
    public Sample sample(long index) {
      return samples.get(Math.toIntExact(index));
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
