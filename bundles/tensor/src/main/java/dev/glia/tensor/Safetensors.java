package dev.glia.tensor;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.glia.api.component.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Named tensors in the safetensors format, which PyTorch's users open with {@code
 * safetensors.torch.load_file}: eight bytes of length, a JSON header, then the numbers,
 * little-endian and in C order. Reading it runs no code and takes no more memory than the file.
 *
 * @param tensors by name, in the order of their bytes
 * @param metadata texts by name
 */
public record Safetensors(SequencedMap<String, Entry> tensors, Map<String, String> metadata) {
  private static final int LONGEST_HEADER = 100_000_000;
  private static final int ALIGNMENT = 8;
  private static final String METADATA = "__metadata__";

  /** Types of numbers, with their sizes. */
  public enum Type {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    public int bytes() {
      return bytes;
    }
  }

  /** A tensor's numbers as they stand in the file. */
  public record Entry(Type type, long[] shape, byte[] bytes) {
    public Entry {
      if (bytes.length != length(type, shape)) {
        throw new IllegalArgumentException(
            bytes.length + " bytes aren't " + type + " of " + Arrays.toString(shape));
      }
    }
  }

  /**
   * Reads a file.
   *
   * @throws Fault INPUT if there's none or it isn't in this format, naming the file and what is
   *     wrong where; EXTERNAL if it can't be read
   */
  public static Safetensors read(Path file) {
    try {
      return of(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException missing) {
      throw Fault.input("there's no file '" + file + "'.");
    } catch (IOException | OutOfMemoryError failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't read '" + file + "': " + failed, failed);
    }
  }

  /** Writes a file, in place of what is there only when all of it is on the disk. */
  public void write(Path file) {
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".partial");
      Files.write(beside, bytes());
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, "can't write '" + file + "': " + failed, failed);
    }
  }

  /**
   * Reads what a file holds.
   *
   * @param name for messages
   */
  public static Safetensors of(byte[] file, String name) {
    if (file.length < Long.BYTES) {
      throw broken(name, "it ends within its first 8 bytes");
    }
    long header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (header < 2 || header > LONGEST_HEADER || header > file.length - Long.BYTES) {
      throw broken(name, "byte 0 gives a header of " + Long.toUnsignedString(header) + " bytes");
    }
    int dataStart = Long.BYTES + (int) header;
    return new Header(name).read(text(file, dataStart, name)).cut(file, dataStart);
  }

  private static String text(byte[] file, int end, String name) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file, Long.BYTES, end - Long.BYTES))
          .toString();
    } catch (CharacterCodingException e) {
      throw broken(name, "its header isn't UTF-8");
    }
  }

  /** The bytes of a file. */
  public byte[] bytes() {
    JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      header.add(METADATA, texts);
    }
    long offset = 0;
    for (Map.Entry<String, Entry> each : tensors.entrySet()) {
      Entry tensor = each.getValue();
      JsonObject described = new JsonObject();
      described.addProperty("dtype", tensor.type().name());
      described.add("shape", array(tensor.shape()));
      described.add("data_offsets", array(offset, offset + tensor.bytes().length));
      header.add(each.getKey(), described);
      offset += tensor.bytes().length;
    }
    StringBuilder json = new StringBuilder(header.toString());
    while ((json.toString().getBytes(StandardCharsets.UTF_8).length) % ALIGNMENT != 0) {
      json.append(' ');
    }
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Math.toIntExact(Long.BYTES + text.length + offset))
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text);
    tensors.values().forEach(tensor -> file.put(tensor.bytes()));
    return file.array();
  }

  private static JsonArray array(long... values) {
    JsonArray array = new JsonArray();
    for (long value : values) {
      array.add(value);
    }
    return array;
  }

  private static long length(Type type, long[] shape) {
    long items = 1;
    for (long side : shape) {
      if (side < 0) {
        throw new IllegalArgumentException("a side of " + side);
      }
      items = Math.multiplyExact(items, side);
    }
    return Math.multiplyExact(items, type.bytes());
  }

  private static Fault broken(String file, String how) {
    return Fault.input("'" + file + "' isn't a safetensors file: " + how + ".");
  }

  /** The JSON header: strict, as the format demands: no name twice, no gap, no overlap. */
  private static final class Header {
    private record Described(Type type, long[] shape, long from, long to) {}

    private final String file;
    private final SequencedMap<String, Described> described = new LinkedHashMap<>();
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    Header(String file) {
      this.file = file;
    }

    Header read(String text) {
      if (!text.startsWith("{")) {
        throw broken(file, "its header, at byte 8, isn't a JSON object");
      }
      try (JsonReader in = new JsonReader(new StringReader(text))) {
        in.beginObject();
        while (in.hasNext()) {
          String name = in.nextName();
          if (name.equals(METADATA)) {
            readMetadata(in);
          } else if (described.put(name, describe(in, name)) != null) {
            throw broken(file, "the tensor '" + name + "' is described twice");
          }
        }
        in.endObject();
        if (in.peek() != JsonToken.END_DOCUMENT) {
          throw broken(file, "something follows its header");
        }
        return this;
      } catch (IOException | IllegalStateException | NumberFormatException e) {
        throw broken(file, "its header isn't JSON of this format (" + firstLine(e) + ")");
      }
    }

    private static String firstLine(Exception e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void readMetadata(JsonReader in) throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        metadata.put(in.nextName(), in.nextString());
      }
      in.endObject();
    }

    private Described describe(JsonReader in, String name) throws IOException {
      Type type = null;
      long[] shape = null;
      long[] offsets = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "dtype" -> type = type(in.nextString(), name);
          case "shape" -> shape = longs(in);
          case "data_offsets" -> offsets = longs(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      if (type == null || shape == null || offsets == null || offsets.length != 2) {
        throw broken(file, "the tensor '" + name + "' lacks dtype, shape or data_offsets");
      }
      return new Described(type, shape, offsets[0], offsets[1]);
    }

    private Type type(String text, String name) {
      for (Type type : Type.values()) {
        if (type.name().equals(text)) {
          return type;
        }
      }
      throw broken(
          file,
          "the tensor '" + name + "' is of type '" + text + "', not of " + List.of(Type.values()));
    }

    private static long[] longs(JsonReader in) throws IOException {
      List<Long> values = new ArrayList<>();
      in.beginArray();
      while (in.hasNext()) {
        values.add(in.nextLong());
      }
      in.endArray();
      return values.stream().mapToLong(Long::longValue).toArray();
    }

    Safetensors cut(byte[] bytes, int dataStart) {
      List<Map.Entry<String, Described>> inOrder = new ArrayList<>(described.entrySet());
      inOrder.sort(Comparator.comparingLong(each -> each.getValue().from()));
      SequencedMap<String, Entry> tensors = new LinkedHashMap<>();
      long at = 0;
      for (Map.Entry<String, Described> each : inOrder) {
        Described tensor = each.getValue();
        if (tensor.from() != at || tensor.to() < at || tensor.to() > bytes.length - dataStart) {
          throw broken(
              file,
              "the tensor '"
                  + each.getKey()
                  + "' has bytes "
                  + tensor.from()
                  + " to "
                  + tensor.to()
                  + " of the data, where "
                  + at
                  + " is the next and "
                  + (bytes.length - dataStart)
                  + " the end");
        }
        byte[] numbers =
            Arrays.copyOfRange(
                bytes, dataStart + (int) tensor.from(), dataStart + (int) tensor.to());
        tensors.put(each.getKey(), entry(each.getKey(), tensor, numbers));
        at = tensor.to();
      }
      if (at != bytes.length - dataStart) {
        throw broken(file, "its data go on after the last tensor's, from byte " + (dataStart + at));
      }
      return new Safetensors(tensors, metadata);
    }

    private Entry entry(String name, Described tensor, byte[] numbers) {
      try {
        return new Entry(tensor.type(), tensor.shape(), numbers);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw broken(file, "the tensor '" + name + "': " + e.getMessage());
      }
    }
  }
}
