package dev.glia.signal.files;

import dev.glia.api.component.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of a BrainVision header or marker file: sections of keys and values.
 *
 * @param sections by name in lower case, each with its entries by key in lower case
 */
record IniText(String file, Map<String, Map<String, Entry>> sections) {
  private static final int LARGEST = 64 << 20;

  record Entry(String value, int line) {}

  /**
   * Reads a file.
   *
   * @param begins how its first line must begin, whatever its case
   */
  static IniText read(Source source, String begins) {
    if (source.size() > LARGEST) {
      throw source.broken(LARGEST, "larger than a text of this kind can be");
    }
    byte[] bytes = source.read(0, (int) source.size());
    String text = decode(bytes);
    String first = text.lines().findFirst().orElse("").replace("\uFEFF", "").strip();
    if (!first.toLowerCase(java.util.Locale.ROOT).startsWith(begins)) {
      throw Fault.input(
          source.name()
              + ": line 1: not a BrainVision file: it should begin with '"
              + begins
              + "'.");
    }
    return new IniText(source.name(), parse(text));
  }

  /** UTF-8 if it is that, else Windows-1252. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static Map<String, Map<String, Entry>> parse(String text) {
    Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();
    Map<String, Entry> section = new LinkedHashMap<>();
    boolean comment = false;
    int line = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      line++;
      String content = raw.strip();
      if (content.startsWith("[") && content.endsWith("]")) {
        String name = lower(content.substring(1, content.length() - 1));
        comment = name.equals("comment");
        section = sections.computeIfAbsent(name, n -> new LinkedHashMap<>());
      } else if (!comment && !content.startsWith(";")) {
        int equals = content.indexOf('=');
        if (equals > 0) {
          section.putIfAbsent(
              lower(content.substring(0, equals)),
              new Entry(content.substring(equals + 1).strip(), line));
        }
      }
    }
    return sections;
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(java.util.Locale.ROOT);
  }

  Map<String, Entry> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  /** A value; the other one where it's missing. */
  String text(String section, String key, String otherwise) {
    Entry entry = section(section).get(key);
    return entry == null || entry.value().isEmpty() ? otherwise : entry.value();
  }

  /**
   * A value.
   *
   * @throws Fault INPUT if it's missing
   */
  String text(String section, String key) {
    String value = text(section, key, "");
    if (value.isEmpty()) {
      throw Fault.input(file + ": [" + section + "]: " + key + " is missing.");
    }
    return value;
  }

  /** A number above 0. */
  double positive(String section, String key) {
    String value = text(section, key);
    if (value.length() < 40 && value.matches("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?")) {
      double number = Double.parseDouble(value);
      if (number > 0) {
        return number;
      }
    }
    throw wrong(section, key, "'" + value + "' isn't a number above 0");
  }

  Fault wrong(String section, String key, String what) {
    Entry entry = section(section).get(key);
    String place = entry == null ? "" : "line " + entry.line() + ": ";
    return Fault.input(file + ": " + place + "[" + section + "]: " + key + ": " + what + ".");
  }
}
