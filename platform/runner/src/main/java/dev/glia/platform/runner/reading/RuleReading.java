package dev.glia.platform.runner.reading;

import dev.glia.v1.ComponentRef;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.List;

/** Reads learning rules, one or a list. One experiment, one thread. */
final class RuleReading {
  private final References references;
  private final Problems problems;

  RuleReading(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  List<LearningSpec> read(Item item, String field) {
    List<Item> rules = item instanceof Item.Items list ? list.items() : List.of(item);
    List<LearningSpec> read = new ArrayList<>();
    for (Item rule : rules) {
      ComponentRef reference = references.read(rule, field);
      LearningSpec.Builder learning = LearningSpec.newBuilder();
      ValueMap.Builder parameters = ValueMap.newBuilder();
      for (ValueMap.Entry entry : reference.getParameters().getEntriesList()) {
        if (entry.getKey().equals("modulators")) {
          modulators(entry, field + ".modulators", learning);
        } else {
          parameters.addEntries(entry);
        }
      }
      read.add(learning.setRule(reference.toBuilder().setParameters(parameters).build()).build());
    }
    return read;
  }

  private void modulators(ValueMap.Entry modulators, String field, LearningSpec.Builder learning) {
    if (modulators.getValue().getKindCase() != Value.KindCase.MAP) {
      problems.add(modulators.getPlace(), field, "a map is wanted, as {reward: dopamine.r}.");
      return;
    }
    for (ValueMap.Entry each : modulators.getValue().getMap().getEntriesList()) {
      learning.putModulators(each.getKey(), each.getValue().getText());
    }
  }
}
