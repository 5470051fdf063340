package dev.glia.platform.runner.reading;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The names that a network's parts are referred to by. One experiment, one thread. */
final class NetworkNames {
  /** What a name looks like. */
  static final String SHAPE = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final Set<String> populations = new LinkedHashSet<>();
  private final Set<String> projections = new LinkedHashSet<>();
  private boolean complete;

  /** Takes the names of all populations; without them, references can't be checked. */
  void populations(Set<String> names) {
    populations.addAll(names);
    complete = true;
  }

  /** The name of a population, noted if there's none such. */
  String population(Section section, String field) {
    String name = section.requireText(field, "cells");
    if (!name.isEmpty() && complete && !populations.contains(name)) {
      section.problem(
          field, "there's no population '" + name + "'. " + Problems.advice(name, populations));
    }
    return name;
  }

  /** The name of a population or projection, noted if there's none such. */
  String part(Section section, String field) {
    String name = section.requireText(field, "cells");
    boolean known = name.isEmpty() || populations.contains(name) || projections.contains(name);
    if (!known && complete) {
      Set<String> all = new LinkedHashSet<>(populations);
      all.addAll(projections);
      section.problem(
          field,
          "there's no population or projection '" + name + "'. " + Problems.advice(name, all));
    }
    return name;
  }

  /** Notes a field that should be called after a projection, and isn't. */
  void checkProjection(Section section, String field) {
    if (complete && !projections.contains(field)) {
      section.problem(
          field, "there's no projection '" + field + "'. " + Problems.advice(field, projections));
    }
  }

  /** The name that the user gave a projection, or {@code from->to} made unique by a number. */
  String projection(Section section, String source, String target) {
    Optional<String> given = section.text("name");
    if (given.isPresent()) {
      if (!given.get().matches(SHAPE) || populations.contains(given.get())) {
        section.problem(
            "name",
            "'"
                + given.get()
                + "' can't be a projection's name: a letter, then letters, digits, _"
                + " or -, and not the name of a population. Try feed-forward.");
      } else if (!projections.add(given.get())) {
        section.problem("name", "another projection is called '" + given.get() + "' too.");
      }
      return given.get();
    }
    String plain = source + "->" + target;
    String name = plain;
    for (int number = 2; !projections.add(name); number++) {
      name = plain + "-" + number;
    }
    return name;
  }
}
