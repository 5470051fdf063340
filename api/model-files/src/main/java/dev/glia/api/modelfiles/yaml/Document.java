package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads a file's text into a tree of nodes with places. */
public final class Document {
  /** Largest file in bytes of UTF-8, and largest text in characters: 4 MiB. */
  public static final int LARGEST = 4 << 20;

  /** Deepest nesting of lists and maps. */
  public static final int DEEPEST = 50;

  /** Most values in a document, those that aliases repeat counted each time. */
  public static final int MOST_NODES = 200_000;

  private Document() {}

  /**
   * Reads a document.
   *
   * @param file as messages should name it
   * @throws Fault of kind INPUT, with line and column, if it isn't YAML, is empty, or is beyond a
   *     limit
   */
  public static Node read(String file, String text) {
    if (text.length() > LARGEST) {
      throw tooLarge(file);
    }
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new DocumentReader(new Source(file, body), body).read();
  }

  /**
   * Reads a document from UTF-8; the stream stays open.
   *
   * @throws Fault as above, or if it isn't UTF-8; of kind EXTERNAL if it can't be read
   */
  public static Node read(String file, InputStream in) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + " can't be read: " + e.getMessage(), e);
    }
    if (bytes.length > LARGEST) {
      throw tooLarge(file);
    }
    return read(file, decode(file, bytes));
  }

  private static Fault tooLarge(String file) {
    return Fault.input(
        file + ":1:1 larger than " + (LARGEST >> 20) + " MiB; move long lists to a data file");
  }

  private static String decode(String file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String[] lines = text.split("\r\n|\n|\r", -1);
      Place place = new Place(file, lines.length, lines[lines.length - 1].length() + 1);
      throw Fault.input(place + " not UTF-8 text; save the file as UTF-8");
    }
    return text;
  }
}
