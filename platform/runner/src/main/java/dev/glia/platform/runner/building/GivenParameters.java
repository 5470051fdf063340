package dev.glia.platform.runner.building;

import dev.glia.api.component.ParameterSchema;
import dev.glia.api.equations.Parameter;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.ValueMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts the values that a reference gives to a component by the names of its parameters.
 *
 * @param asker reference of the component, for messages
 * @param names of its parameters; a value without a name is the first one's
 * @param besides other names that may have been meant at this place
 */
record GivenParameters(String asker, List<String> names, Collection<String> besides) {
  static GivenParameters ofModel(
      String asker, List<Parameter> parameters, Collection<String> besides) {
    return new GivenParameters(asker, parameters.stream().map(Parameter::name).toList(), besides);
  }

  static GivenParameters ofComponent(String asker, List<ParameterSchema> parameters) {
    return new GivenParameters(
        asker, parameters.stream().map(ParameterSchema::name).toList(), List.of());
  }

  /**
   * What is given, each for a parameter that there is.
   *
   * @param field path of the component within the experiment
   */
  Map<String, ValueMap.Entry> in(ComponentRef reference, String field, Problems problems) {
    Map<String, ValueMap.Entry> given = new LinkedHashMap<>();
    for (ValueMap.Entry entry : reference.getParameters().getEntriesList()) {
      String name = entry.getKey().isEmpty() && !names.isEmpty() ? names.get(0) : entry.getKey();
      if (names.contains(name)) {
        given.put(name, entry);
      } else {
        problems.add(entry.getPlace(), name.isEmpty() ? field : field + "." + name, unknown(name));
      }
    }
    return given;
  }

  private String unknown(String name) {
    Set<String> known = new LinkedHashSet<>(names);
    known.addAll(besides);
    return known.isEmpty()
        ? asker + " takes no parameters."
        : "unknown parameter of " + asker + ". " + Problems.advice(name, known);
  }
}
