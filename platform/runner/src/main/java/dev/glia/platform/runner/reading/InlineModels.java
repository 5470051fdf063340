package dev.glia.platform.runner.reading;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Node;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Sequence;
import dev.glia.v1.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The models that stand in an experiment. They are checked where they stand, so that messages have
 * their lines, and then travel in the specification as texts of model files.
 */
final class InlineModels {
  private final Map<String, String> texts = new LinkedHashMap<>();

  InlineModels(Optional<Item> section, Problems problems) {
    if (section.isEmpty()) {
      return;
    }
    Section models = Section.of(section.get(), "models", problems);
    models.entries().forEach((id, entry) -> read(id, entry, problems));
  }

  private void read(String id, Item.Entry entry, Problems problems) {
    Optional<Mapping> source =
        entry.value() instanceof Item.Fields fields ? fields.source() : Optional.empty();
    if (source.isEmpty()) {
      problems.add(
          entry.place(), "models." + id, "a model file's keys are wanted, as kind and equations.");
      return;
    }
    try {
      ModelFile.inline(id, source.get());
      texts.put(id, fileText(id, source.get()));
    } catch (Fault fault) {
      // The message begins with file, line and column.
      problems.add(Place.getDefaultInstance(), "", fault.getMessage());
    }
  }

  /** Text of a model file, if the experiment has a model of this id. */
  Optional<String> text(String id) {
    return Optional.ofNullable(texts.get(id));
  }

  private static String fileText(String id, Mapping model) {
    StringBuilder text = new StringBuilder();
    appendMissing(text, model, "glia", "1");
    appendMissing(text, model, "id", id);
    appendMissing(text, model, "version", "0.0.0");
    for (Mapping.Entry entry : model.entries()) {
      quote(text, entry.name());
      text.append(": ");
      append(text, entry.value());
      text.append('\n');
    }
    return text.toString();
  }

  private static void appendMissing(StringBuilder text, Mapping model, String key, String value) {
    if (!model.has(key)) {
      text.append(key).append(": ").append(value).append('\n');
    }
  }

  private static void append(StringBuilder text, Node node) {
    switch (node) {
      case Scalar scalar when scalar.isPlain() && plainIsSafe(scalar.text()) ->
          text.append(scalar.text());
      case Scalar scalar -> quote(text, scalar.text());
      case Sequence list -> {
        String separator = "[";
        for (Node item : list.items()) {
          text.append(separator);
          append(text, item);
          separator = ", ";
        }
        text.append(list.items().isEmpty() ? "[]" : "]");
      }
      case Mapping map -> {
        String separator = "{";
        for (Mapping.Entry entry : map.entries()) {
          text.append(separator);
          quote(text, entry.name());
          text.append(": ");
          append(text, entry.value());
          separator = ", ";
        }
        text.append(map.entries().isEmpty() ? "{}" : "}");
      }
    }
  }

  /** Whether text can stay without quotes, as truth values and null must. */
  private static boolean plainIsSafe(String text) {
    return text.equals("~") || text.matches("[A-Za-z0-9][A-Za-z0-9_.+-]*");
  }

  private static void quote(StringBuilder to, String text) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> to.append('\\').append(c);
        case '\n' -> to.append("\\n");
        case '\t' -> to.append("\\t");
        case '\r' -> to.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7F || c >= 0x80 && c < 0xA0 || c == 0x2028 || c == 0x2029) {
            to.append(String.format("\\u%04x", (int) c));
          } else {
            to.append(c);
          }
        }
      }
    }
    to.append('"');
  }
}
