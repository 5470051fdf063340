package dev.glia.datasets.graphs;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text of lines of fields, of a bounded size.
 *
 * @param name for messages
 */
record TextFile(String name, List<String> lines) {
  private static final int MOST_BYTES = 1 << 26; // CiteSeer's largest has 24 MB
  private static final int SHOWN = 40;

  static TextFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't read " + file + ": " + failed, failed);
    }
  }

  /** The content of a file, whose name is for messages only. */
  static TextFile read(InputStream in, String name) throws IOException {
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw Fault.input(
          name + " is larger than " + (MOST_BYTES >> 20) + " MB. Give a smaller one.");
    }
    return new TextFile(name, new String(content, StandardCharsets.UTF_8).lines().toList());
  }

  /** What stands between blanks in a line, counted from 0; none in an empty one. */
  String[] fields(int line) {
    String text = lines.get(line).strip();
    return text.isEmpty() ? new String[0] : text.split("\\s+");
  }

  Fault fault(int line, String what) {
    return Fault.input(name + ":" + (line + 1) + ": " + what);
  }

  /** A text of the file, short enough and harmless in a message. */
  static String quoted(String text) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
