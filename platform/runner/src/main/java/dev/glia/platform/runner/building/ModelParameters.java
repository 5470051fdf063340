package dev.glia.platform.runner.building;

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

/** The values that a reference gives to the parameters of a model with equations, by name. */
final class ModelParameters {
  private ModelParameters() {}

  /**
   * What is given, each for a parameter that the model has.
   *
   * @param asker reference of the model, for messages
   * @param besides other names that may have been meant at this place
   */
  static Map<String, ValueMap.Entry> given(
      ComponentRef reference,
      List<Parameter> parameters,
      String asker,
      Collection<String> besides,
      String field,
      Problems problems) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    Map<String, ValueMap.Entry> given = new LinkedHashMap<>();
    for (ValueMap.Entry entry : reference.getParameters().getEntriesList()) {
      String name = entry.getKey().isEmpty() && !names.isEmpty() ? names.get(0) : entry.getKey();
      if (names.contains(name)) {
        given.put(name, entry);
      } else {
        Set<String> known = new LinkedHashSet<>(names);
        known.addAll(besides);
        problems.add(
            entry.getPlace(),
            name.isEmpty() ? field : field + "." + name,
            "unknown parameter of " + asker + ". " + Problems.advice(name, known));
      }
    }
    return given;
  }
}
