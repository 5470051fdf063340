package dev.glia.api.messages;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares messages with those of a release, and says which changes would make files, processes or
 * machines of that release misread them. Adding messages, fields and enum values is free.
 */
final class MessageEvolution {

  private final List<String> breaks = new ArrayList<>();

  private MessageEvolution() {}

  /** A sentence for each change that breaks a promise; empty if there is none. */
  static List<String> breaks(FileDescriptorSet released, FileDescriptorSet current) {
    MessageEvolution evolution = new MessageEvolution();
    evolution.compare(released, current);
    return List.copyOf(evolution.breaks);
  }

  private void compare(FileDescriptorSet released, FileDescriptorSet current) {
    Map<String, DescriptorProto> messages = messages(current);
    messages(released)
        .forEach(
            (name, old) -> {
              DescriptorProto now = messages.get(name);
              if (now == null) {
                breaks.add("Message " + name + " was removed or renamed.");
              } else {
                compareFields(name, old, now);
                compareReservations(name, old, now);
              }
            });
    Map<String, EnumDescriptorProto> enums = enums(current);
    enums(released)
        .forEach(
            (name, old) -> {
              EnumDescriptorProto now = enums.get(name);
              if (now == null) {
                breaks.add("Enum " + name + " was removed or renamed.");
              } else {
                compareValues(name, old, now);
              }
            });
  }

  private void compareFields(String message, DescriptorProto old, DescriptorProto now) {
    for (FieldDescriptorProto field : old.getFieldList()) {
      String what = "Field " + message + "." + field.getName() + " = " + field.getNumber();
      FieldDescriptorProto same = byNumber(now, field.getNumber());
      if (same == null) {
        compareRemoved(what, field, now);
      } else if (!same.getName().equals(field.getName())) {
        breaks.add(
            "%s: its number now belongs to %s; a number is never reused or renamed."
                .formatted(what, same.getName()));
      } else {
        compareKept(what, old, field, now, same);
      }
    }
  }

  private void compareRemoved(String what, FieldDescriptorProto field, DescriptorProto now) {
    boolean renumbered =
        now.getFieldList().stream().anyMatch(other -> other.getName().equals(field.getName()));
    if (renumbered) {
      breaks.add(what + " changed its number.");
    } else if (!reserves(now, field.getNumber())
        || !now.getReservedNameList().contains(field.getName())) {
      breaks.add(
          "%s was removed without 'reserved %d;' and 'reserved \"%s\";'."
              .formatted(what, field.getNumber(), field.getName()));
    }
  }

  private void compareKept(
      String what,
      DescriptorProto oldMessage,
      FieldDescriptorProto old,
      DescriptorProto nowMessage,
      FieldDescriptorProto now) {
    if (old.getType() != now.getType() || !old.getTypeName().equals(now.getTypeName())) {
      breaks.add("%s changed its type from %s to %s.".formatted(what, type(old), type(now)));
    }
    if (isRepeated(old) != isRepeated(now)) {
      breaks.add(
          "%s changed its label from %s to %s."
              .formatted(what, cardinality(old), cardinality(now)));
    }
    if (!Objects.equals(oneof(oldMessage, old), oneof(nowMessage, now))) {
      breaks.add(what + " moved into or out of a oneof.");
    }
  }

  private void compareReservations(String message, DescriptorProto old, DescriptorProto now) {
    for (DescriptorProto.ReservedRange range : old.getReservedRangeList()) {
      for (int number = range.getStart(); number < range.getEnd(); number++) {
        if (!reserves(now, number)) {
          breaks.add(
              "Message %s: number %d was reserved and no longer is.".formatted(message, number));
        }
      }
    }
    for (String name : old.getReservedNameList()) {
      if (!now.getReservedNameList().contains(name)) {
        breaks.add(
            "Message %s: name \"%s\" was reserved and no longer is.".formatted(message, name));
      }
    }
  }

  private void compareValues(String name, EnumDescriptorProto old, EnumDescriptorProto now) {
    for (EnumValueDescriptorProto value : old.getValueList()) {
      boolean kept =
          now.getValueList().stream()
              .anyMatch(
                  other ->
                      other.getNumber() == value.getNumber()
                          && other.getName().equals(value.getName()));
      if (!kept) {
        breaks.add(
            "Enum value %s.%s = %d was removed, renamed or renumbered."
                .formatted(name, value.getName(), value.getNumber()));
      }
    }
  }

  private static FieldDescriptorProto byNumber(DescriptorProto message, int number) {
    for (FieldDescriptorProto field : message.getFieldList()) {
      if (field.getNumber() == number) {
        return field;
      }
    }
    return null;
  }

  private static boolean reserves(DescriptorProto message, int number) {
    return message.getReservedRangeList().stream()
        .anyMatch(range -> range.getStart() <= number && number < range.getEnd());
  }

  private static boolean isRepeated(FieldDescriptorProto field) {
    return field.getLabel() == Label.LABEL_REPEATED;
  }

  private static String cardinality(FieldDescriptorProto field) {
    return isRepeated(field) ? "repeated" : "singular";
  }

  private static String type(FieldDescriptorProto field) {
    return field.getTypeName().isEmpty()
        ? field.getType().name().substring("TYPE_".length()).toLowerCase(java.util.Locale.ROOT)
        : field.getTypeName().substring(1);
  }

  /** The oneof's name; null without one. That of an {@code optional} field is the compiler's. */
  private static String oneof(DescriptorProto message, FieldDescriptorProto field) {
    return field.hasOneofIndex() && !field.getProto3Optional()
        ? message.getOneofDecl(field.getOneofIndex()).getName()
        : null;
  }

  private static Map<String, DescriptorProto> messages(FileDescriptorSet set) {
    Map<String, DescriptorProto> byName = new LinkedHashMap<>();
    for (FileDescriptorProto file : set.getFileList()) {
      collectMessages(file.getPackage(), file.getMessageTypeList(), byName);
    }
    return byName;
  }

  private static void collectMessages(
      String scope, List<DescriptorProto> messages, Map<String, DescriptorProto> byName) {
    for (DescriptorProto message : messages) {
      String name = scope + "." + message.getName();
      byName.put(name, message);
      collectMessages(name, message.getNestedTypeList(), byName);
    }
  }

  private static Map<String, EnumDescriptorProto> enums(FileDescriptorSet set) {
    Map<String, EnumDescriptorProto> byName = new LinkedHashMap<>();
    for (FileDescriptorProto file : set.getFileList()) {
      file.getEnumTypeList().forEach(e -> byName.put(file.getPackage() + "." + e.getName(), e));
    }
    messages(set)
        .forEach(
            (scope, message) ->
                message.getEnumTypeList().forEach(e -> byName.put(scope + "." + e.getName(), e)));
    return byName;
  }
}
