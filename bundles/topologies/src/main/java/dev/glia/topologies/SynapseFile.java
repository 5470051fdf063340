package dev.glia.topologies;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of synapses.
 *
 * <p>As CSV: a line each, fields separated by commas, semicolons or tabs. Empty lines and lines
 * that start with {@code #} are skipped, so is a first line of column names.
 *
 * <p>As a NumPy array ({@code .npy}): with {@code columns} a row each, without them a matrix of
 * weights, sources × targets, in which 0 is no synapse.
 *
 * @param file relative to the working directory
 * @param columns what the fields are: {@code from}, {@code to}, {@code weight}, {@code delay}, or
 *     anything else for a field to skip; empty for a matrix
 */
record SynapseFile(Path file, List<String> columns, Unit weight, Unit delay) {
  private static final Set<String> KEYS = Set.of("file", "columns", "weight", "delay");
  private static final Dimension TIME = Unit.parse("s").dimension();
  private static final int LONGEST_LINE = 10_000;

  static SynapseFile of(Map<?, ?> given) {
    for (Object key : given.keySet()) {
      if (!KEYS.contains(key)) {
        throw Fault.input(
            "explicit: synapses has no field '"
                + key
                + "'. It takes file, columns, weight, delay.");
      }
    }
    if (!(given.get("file") instanceof String file)) {
      throw Fault.input("explicit: synapses needs a list, or a file: {file: synapses.csv}.");
    }
    Unit delay = unit(given, "delay", "ms");
    if (!delay.dimension().equals(TIME)) {
      throw Fault.input("explicit: the delays' unit is '" + delay + "', which isn't a time.");
    }
    List<String> columns =
        isNumPy(file) && !given.containsKey("columns") ? List.of() : columns(given);
    return new SynapseFile(Path.of(file), columns, unit(given, "weight", "1"), delay);
  }

  private static boolean isNumPy(String file) {
    return file.endsWith(".npy");
  }

  private static List<String> columns(Map<?, ?> given) {
    if (!given.containsKey("columns")) {
      return List.of("from", "to");
    }
    if (given.get("columns") instanceof List<?> list) {
      List<String> columns = list.stream().map(String::valueOf).toList();
      if (columns.contains("from") && columns.contains("to")) {
        return columns;
      }
    }
    throw Fault.input(
        "explicit: columns is "
            + given.get("columns")
            + ", expected a list with from and to in it, as [from, to, weight].");
  }

  private static Unit unit(Map<?, ?> given, String key, String otherwise) {
    String text = given.containsKey(key) ? String.valueOf(given.get(key)) : otherwise;
    try {
      return Unit.parse(text);
    } catch (UnitException notOne) {
      throw Fault.input("explicit: " + key + ": " + text + ": " + notOne.getMessage());
    }
  }

  void read(SynapseList into) {
    if (isNumPy(file.toString())) {
      new SynapseArray(this, NpyArray.read(file)).read(into);
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      read(reader, into);
    } catch (NoSuchFileException missing) {
      throw Fault.input(
          "explicit: there's no file '" + file + "'. Paths start at the working directory.");
    } catch (MalformedInputException binary) {
      throw Fault.input("explicit: '" + file + "' isn't a text file.");
    } catch (IOException failed) {
      throw new Fault(
          Fault.Kind.EXTERNAL, "explicit: can't read '" + file + "': " + failed, failed);
    }
  }

  /** Reads the file's text; the name is for messages only. */
  void read(BufferedReader reader, SynapseList into) throws IOException {
    int number = 0;
    boolean mayBeNames = true;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      String where = file + ":" + number;
      if (line.length() > LONGEST_LINE) {
        throw Fault.input(where + ": a line of " + line.length() + " characters isn't a synapse.");
      }
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("[,;\t]", -1);
      if (!(mayBeNames && isNames(fields))) {
        add(fields, into, where);
      }
      mayBeNames = false;
    }
  }

  private static boolean isNames(String[] fields) {
    return Character.isLetter(fields[0].isBlank() ? '?' : fields[0].strip().charAt(0));
  }

  private void add(String[] fields, SynapseList into, String where) {
    if (fields.length < columns.size()) {
      throw Fault.input(
          where + ": " + fields.length + " fields, expected " + columns.size() + ": " + columns);
    }
    into.add(
        (long) number(fields, "from", where, true),
        (long) number(fields, "to", where, true),
        number(fields, "weight", where, false) * weight.scale(),
        number(fields, "delay", where, false) * delay.scale(),
        where);
  }

  /** A field's number; NaN if there's no such column. */
  private double number(String[] fields, String column, String where, boolean whole) {
    int place = columns.indexOf(column);
    if (place < 0) {
      return Double.NaN;
    }
    String text = fields[place].strip();
    try {
      double value = whole ? Long.parseLong(text) : Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    throw Fault.input(
        where
            + ": '"
            + column
            + "' is '"
            + text
            + "', expected a "
            + (whole ? "neuron's number." : "number."));
  }
}
