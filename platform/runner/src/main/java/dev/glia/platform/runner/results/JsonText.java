package dev.glia.platform.runner.results;

import com.google.gson.stream.JsonWriter;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Messages as protobuf's JSON mapping writes them: names in camel case, 64-bit integers as strings,
 * defaults left out. Any protobuf library reads it back.
 */
public final class JsonText {
  private final JsonWriter json;

  private JsonText(JsonWriter json) {
    this.json = json;
  }

  /** The text of a message, with a line feed at its end. */
  public static String of(MessageOrBuilder message) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      new JsonText(json).message(message);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.append('\n').toString();
  }

  /** Writes a number; JSON has none that aren't finite, so those become texts. */
  static void number(JsonWriter json, double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.value(String.valueOf(value));
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.value((long) value);
    } else {
      json.value(value);
    }
  }

  private void message(MessageOrBuilder message) throws IOException {
    json.beginObject();
    for (Map.Entry<FieldDescriptor, Object> each : message.getAllFields().entrySet()) {
      FieldDescriptor field = each.getKey();
      json.name(field.getJsonName());
      if (field.isMapField()) {
        map(field, (List<?>) each.getValue());
      } else if (field.isRepeated()) {
        list(field, (List<?>) each.getValue());
      } else {
        value(field, each.getValue());
      }
    }
    json.endObject();
  }

  private void list(FieldDescriptor field, List<?> items) throws IOException {
    json.beginArray();
    for (Object item : items) {
      value(field, item);
    }
    json.endArray();
  }

  private void map(FieldDescriptor field, List<?> entries) throws IOException {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    json.beginObject();
    for (Object each : entries) {
      MessageOrBuilder entry = (MessageOrBuilder) each;
      json.name(String.valueOf(entry.getField(key)));
      value(value, entry.getField(value));
    }
    json.endObject();
  }

  private void value(FieldDescriptor field, Object value) throws IOException {
    switch (field.getType()) {
      case MESSAGE, GROUP -> message((MessageOrBuilder) value);
      case ENUM -> json.value(((EnumValueDescriptor) value).getName());
      case BYTES ->
          json.value(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
      case STRING -> json.value((String) value);
      case INT64, SINT64, SFIXED64 -> json.value(String.valueOf(value));
      case UINT64, FIXED64 -> json.value(Long.toUnsignedString((Long) value));
      case UINT32, FIXED32 -> json.value(Integer.toUnsignedLong((Integer) value));
      case DOUBLE, FLOAT -> number(json, ((Number) value).doubleValue());
      case INT32, SINT32, SFIXED32 -> json.value((Integer) value);
      case BOOL -> json.value((Boolean) value);
      default -> throw new IllegalArgumentException("no JSON for " + field.getType());
    }
  }
}
