package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.Scope;
import java.util.HashMap;
import java.util.Map;

/** Where the names of a program have their values in a loop: in an array, at a place. */
final class Names {
  private record Key(String name, Scope scope) {}

  record Element(int array, Place place) {}

  private final Map<Key, Element> elements = new HashMap<>();

  void put(String name, Scope scope, int array, Place place) {
    elements.put(new Key(name, scope), new Element(array, place));
  }

  /**
   * The element of a name.
   *
   * @throws IllegalArgumentException if it isn't there
   */
  Element element(String name, Scope scope) {
    Element element = elements.get(new Key(name, scope));
    if (element == null) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' ("
              + scope.name().toLowerCase(java.util.Locale.ROOT)
              + ") can't be read in this part of the program");
    }
    return element;
  }
}
