package dev.glia.platform.runner.reading;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.v1.Place;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting over an experiment's text: {@code populations.cells.size=100}. Steps are names; in a
 * list, the name of an element or its index from 0. A single name may be one that the experiment
 * defines: {@code scale=0.1}.
 */
final class Setting {
  private final String text;
  private final List<String> steps;
  private final Place place;
  private final Item value;

  /** Reads a setting; a fault if it isn't one. */
  Setting(String text) {
    int equals = text.indexOf('=');
    // "noise->cells" may be a step, but no name holds an equals sign.
    if (equals < 1) {
      throw Fault.input(
          "--set "
              + text
              + ": not a setting. Try a path and a value, as seed=3 or"
              + " populations.cells.size=100.");
    }
    this.text = text.substring(0, equals).strip();
    this.steps = Arrays.asList(this.text.split("\\.", -1));
    this.place = Place.newBuilder().setFile("--set").build();
    String written = text.substring(equals + 1).strip();
    this.value =
        written.isEmpty()
            ? new Item.Text(place, "", true)
            : Tree.at(place, Document.read("--set " + this.text, written));
  }

  /** Changes the tree; a fault if the path leads nowhere. */
  void apply(Item.Fields root) {
    Item at = definesIt(root) ? root.find(Definitions.FIELD).orElseThrow() : root;
    int step = 0;
    while (true) {
      switch (at) {
        case Item.Text single ->
            throw nowhere(step, "It's the single value " + single.form() + ".");
        case Item.Items list -> {
          int index = index(list, step);
          if (step == steps.size() - 1) {
            list.items().set(index, value);
            return;
          }
          at = list.items().get(index);
          step++;
        }
        case Item.Fields map -> {
          int taken = namesTaken(map, step);
          String name = String.join(".", steps.subList(step, step + taken));
          step += taken;
          if (step == steps.size()) {
            map.entries().put(name, new Item.Entry(place, value));
            return;
          }
          at = child(map, name, step - 1);
        }
      }
    }
  }

  private boolean definesIt(Item.Fields root) {
    return steps.size() == 1
        && !root.entries().containsKey(text)
        && root.find(Definitions.FIELD).orElse(null) instanceof Item.Fields let
        && let.entries().containsKey(text);
  }

  /** How many steps the next name takes: names as {@code classes.v_threshold} hold dots. */
  private int namesTaken(Item.Fields map, int step) {
    for (int taken = steps.size() - step; taken > 1; taken--) {
      if (map.entries().containsKey(String.join(".", steps.subList(step, step + taken)))) {
        return taken;
      }
    }
    boolean settings = step > 0 && steps.get(step - 1).equals("set");
    return settings ? steps.size() - step : 1;
  }

  private Item child(Item.Fields map, String name, int step) {
    Item.Entry entry = map.entries().get(name);
    boolean empty = entry == null || entry.value() instanceof Item.Text t && t.isNull();
    if (!empty) {
      return entry.value();
    }
    boolean misspelt = Spelling.nearest(name, map.entries().keySet()).isPresent();
    if (entry == null && misspelt) {
      throw nowhere(step, Problems.advice(name, map.entries().keySet()));
    }
    Item made = new Item.Fields(place, new LinkedHashMap<>(Map.of()), Optional.empty());
    map.entries().put(name, new Item.Entry(place, made));
    return made;
  }

  private int index(Item.Items list, int step) {
    String wanted = steps.get(step);
    for (int i = 0; i < list.items().size(); i++) {
      if (wanted.equals(name(list.items().get(i)))) {
        return i;
      }
    }
    if (wanted.matches("\\d{1,6}") && Integer.parseInt(wanted) < list.items().size()) {
      return Integer.parseInt(wanted);
    }
    List<String> names = list.items().stream().map(Setting::name).toList();
    throw nowhere(step, Problems.advice(wanted, names));
  }

  /** What an element of a list is called: its name, or what a projection is called without one. */
  private static String name(Item item) {
    if (!(item instanceof Item.Fields fields)) {
      return "";
    }
    if (fields.find("name").orElse(null) instanceof Item.Text name) {
      return name.text();
    }
    boolean ends =
        fields.find("from").orElse(null) instanceof Item.Text
            && fields.find("to").orElse(null) instanceof Item.Text;
    return ends
        ? ((Item.Text) fields.find("from").orElseThrow()).text()
            + "->"
            + ((Item.Text) fields.find("to").orElseThrow()).text()
        : "";
  }

  private Fault nowhere(int step, String reason) {
    String at = step == 0 ? "the experiment" : String.join(".", steps.subList(0, step));
    return Fault.input(
        "--set "
            + text
            + ": no '"
            + steps.get(Math.min(step, steps.size() - 1))
            + "' in "
            + at
            + ". "
            + reason);
  }
}
