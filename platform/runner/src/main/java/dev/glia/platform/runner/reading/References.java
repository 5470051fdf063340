package dev.glia.platform.runner.reading;

import dev.glia.platform.runner.reading.Item.Entry;
import dev.glia.platform.runner.reading.Item.Fields;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.Place;
import dev.glia.v1.ValueMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads references to components: {@code lif}, {@code lif@[1.2,2)}, {@code {lif: {tau: 5 ms}}}. In
 * {@code {fixed-probability: 0.1}} the value belongs to the component's first parameter; in the
 * specification its name is then empty.
 */
final class References {
  private final InlineModels models;
  private final Problems problems;

  References(InlineModels models, Problems problems) {
    this.models = models;
    this.problems = problems;
  }

  /** The component of a field that must be there. */
  Optional<ComponentRef> require(Section section, String field, String example) {
    return section.require(field, example).map(item -> read(item, section.path(field)));
  }

  /** A reference, with its parameters if it's a map of one. */
  ComponentRef read(Item item, String field) {
    return switch (item) {
      case Item.Text text -> named(text.text(), text.place(), field).build();
      case Fields map when map.entries().size() == 1 -> {
        Map.Entry<String, Entry> only = map.entries().entrySet().iterator().next();
        Item inner = only.getValue().value();
        ComponentRef.Builder reference = named(only.getKey(), only.getValue().place(), field);
        if (inner instanceof Fields parameters) {
          reference.setParameters(Scalars.map(parameters, field, problems));
        } else if (!(inner instanceof Item.Text text && text.isNull())) {
          reference.setParameters(
              ValueMap.newBuilder()
                  .addEntries(Scalars.entry("", only.getValue(), field, problems)));
        }
        yield reference.build();
      }
      default -> {
        problems.add(
            item.place(),
            field,
            "a component is wanted, as name or {name: {parameter: value}}, here is "
                + (item instanceof Fields map
                    ? "a map of " + map.entries().size() + " names"
                    : item.form())
                + ".");
        yield ComponentRef.newBuilder().setPlace(item.place()).build();
      }
    };
  }

  /** A reference whose parameters stand beside it, as those of a population do. */
  ComponentRef withParameters(Item.Text model, Map<String, Entry> parameters, String population) {
    ComponentRef.Builder reference = named(model.text(), model.place(), population + ".model");
    ValueMap.Builder values = ValueMap.newBuilder();
    parameters.forEach(
        (name, entry) -> values.addEntries(Scalars.entry(name, entry, population, problems)));
    return reference.setParameters(values).build();
  }

  private ComponentRef.Builder named(String text, Place place, String field) {
    int at = text.indexOf('@');
    String id = (at < 0 ? text : text.substring(0, at)).strip();
    String range = at < 0 ? "" : text.substring(at + 1).strip();
    if (id.isEmpty() || at >= 0 && range.isEmpty()) {
      problems.add(place, field, "'" + text + "' names no component. Try lif or lif@[1.0,2).");
    }
    ComponentRef.Builder reference =
        ComponentRef.newBuilder().setId(id).setVersionRange(range).setPlace(place);
    models.text(id).ifPresent(reference::setInlineModel);
    return reference;
  }
}
