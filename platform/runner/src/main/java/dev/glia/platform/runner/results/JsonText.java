package dev.glia.platform.runner.results;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Messages as protobuf's JSON mapping writes them: names in camel case, 64-bit integers as strings,
 * defaults left out. Any protobuf library reads it back.
 */
public final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /** The text of a message, with a line feed at its end. */
  public static String of(MessageOrBuilder message) {
    JsonText json = new JsonText();
    json.message(message, "\n");
    return json.text.append('\n').toString();
  }

  /** A text in quotes. */
  static String quoted(String value) {
    JsonText json = new JsonText();
    json.string(value);
    return json.text.toString();
  }

  /** A number; JSON has none that aren't finite, so those become texts. */
  static String number(double value) {
    if (Double.isFinite(value)) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.valueOf((long) value)
          : String.valueOf(value);
    }
    return Double.isNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
  }

  private void message(MessageOrBuilder message, String newline) {
    String inner = newline + "  ";
    String separator = inner;
    text.append('{');
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      text.append(separator);
      string(field.getKey().getJsonName());
      text.append(": ");
      field(field.getKey(), field.getValue(), inner);
      separator = "," + inner;
    }
    text.append(message.getAllFields().isEmpty() ? "}" : newline + "}");
  }

  private void field(FieldDescriptor field, Object value, String newline) {
    if (field.isMapField()) {
      map(field, (List<?>) value, newline);
    } else if (field.isRepeated()) {
      list(field, (List<?>) value, newline);
    } else {
      value(field, value, newline);
    }
  }

  private void list(FieldDescriptor field, List<?> items, String newline) {
    String inner = newline + "  ";
    String separator = inner;
    text.append('[');
    for (Object item : items) {
      text.append(separator);
      value(field, item, inner);
      separator = "," + inner;
    }
    text.append(newline).append(']');
  }

  private void map(FieldDescriptor field, List<?> entries, String newline) {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    String inner = newline + "  ";
    String separator = inner;
    text.append('{');
    for (Object entry : entries) {
      MessageOrBuilder message = (MessageOrBuilder) entry;
      text.append(separator);
      string(String.valueOf(message.getField(key)));
      text.append(": ");
      value(value, message.getField(value), inner);
      separator = "," + inner;
    }
    text.append(newline).append('}');
  }

  private void value(FieldDescriptor field, Object value, String newline) {
    switch (field.getType()) {
      case MESSAGE, GROUP -> message((MessageOrBuilder) value, newline);
      case ENUM -> string(((EnumValueDescriptor) value).getName());
      case BYTES -> string(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
      case STRING -> string((String) value);
      case INT64, SINT64, SFIXED64 -> string(String.valueOf(value));
      case UINT64, FIXED64 -> string(Long.toUnsignedString((Long) value));
      case UINT32, FIXED32 -> text.append(Integer.toUnsignedString((Integer) value));
      case DOUBLE, FLOAT -> text.append(number(((Number) value).doubleValue()));
      case BOOL, INT32, SINT32, SFIXED32 -> text.append(value);
      default -> throw new IllegalArgumentException("no JSON for " + field.getType());
    }
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
