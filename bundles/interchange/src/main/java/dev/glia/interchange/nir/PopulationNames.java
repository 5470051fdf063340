package dev.glia.interchange.nir;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of nodes as names of populations: a letter, then letters, digits, hyphens; all different.
 */
final class PopulationNames {
  private final Map<String, String> names = new LinkedHashMap<>();

  PopulationNames(List<String> nodes) {
    Set<String> taken = new HashSet<>();
    for (String node : nodes) {
      String name = node.replaceAll("[^A-Za-z0-9_-]", "-");
      if (name.length() > 50) {
        name = name.substring(0, 50);
      }
      if (name.isEmpty() || !name.matches("[A-Za-z].*")) {
        name = "n" + name;
      }
      String free = name;
      for (int number = 2; !taken.add(free); number++) {
        free = name + "-" + number;
      }
      names.put(node, free);
    }
  }

  String of(String node) {
    return names.get(node);
  }
}
