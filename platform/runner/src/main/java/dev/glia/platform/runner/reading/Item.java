package dev.glia.platform.runner.reading;

import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.v1.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of an experiment's text. Lists and maps can be changed, which is how overrides work. */
sealed interface Item {
  Place place();

  /** What it is, for messages. */
  String form();

  /** A single value; {@code plain} if it was written without quotes. */
  record Text(Place place, String text, boolean plain) implements Item {
    private static final int LONGEST_SHOWN = 60;

    /** Whether nothing was written, or {@code null} or {@code ~}. */
    boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String form() {
      return isNull() ? "nothing" : "'" + shown() + "'";
    }

    /** The text on one line, of bounded length. */
    String shown() {
      boolean tooLong = text.length() > LONGEST_SHOWN;
      String start = tooLong ? text.substring(0, LONGEST_SHOWN) : text;
      return start.replaceAll("\\p{Cntrl}|\\R", " ") + (tooLong ? "…" : "");
    }
  }

  /** A list. */
  record Items(Place place, List<Item> items) implements Item {
    @Override
    public String form() {
      return "a list";
    }
  }

  /** A map in the order of the text; {@code source} is what it was read from, if unchanged. */
  record Fields(Place place, Map<String, Entry> entries, Optional<Mapping> source) implements Item {
    @Override
    public String form() {
      return "a map";
    }

    Optional<Item> find(String name) {
      return Optional.ofNullable(entries.get(name)).map(Entry::value);
    }
  }

  /** A value with the place of its name. */
  record Entry(Place place, Item value) {}
}
