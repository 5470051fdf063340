package dev.glia.platform.runner.reading;

import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Node;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Sequence;
import dev.glia.v1.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies a document into items. */
final class Tree {
  private Tree() {}

  /** A tree whose places are those of the document. */
  static Item of(Node node) {
    return of(node, null);
  }

  /** A tree all of whose values have one place. */
  static Item at(Place place, Node node) {
    return of(node, place);
  }

  private static Item of(Node node, Place fixed) {
    Place place = fixed == null ? place(node.place()) : fixed;
    return switch (node) {
      case Scalar scalar -> new Item.Text(place, scalar.text(), scalar.isPlain());
      case Sequence list -> {
        List<Item> items = new ArrayList<>();
        list.items().forEach(item -> items.add(of(item, fixed)));
        yield new Item.Items(place, items);
      }
      case Mapping map -> {
        Map<String, Item.Entry> entries = new LinkedHashMap<>();
        for (Mapping.Entry entry : map.entries()) {
          Place key = fixed == null ? place(entry.key().place()) : fixed;
          entries.put(entry.name(), new Item.Entry(key, of(entry.value(), fixed)));
        }
        merge(entries);
        yield new Item.Fields(place, entries, Optional.of(map));
      }
    };
  }

  /** YAML 1.1's merge key: {@code <<: *cell} takes over what isn't written here. */
  private static void merge(Map<String, Item.Entry> entries) {
    Item.Entry merged = entries.get("<<");
    if (merged == null || merged.value() instanceof Item.Text) {
      return;
    }
    entries.remove("<<");
    List<Item> sources =
        merged.value() instanceof Item.Items list ? list.items() : List.of(merged.value());
    for (Item source : sources) {
      if (source instanceof Item.Fields fields) {
        fields.entries().forEach(entries::putIfAbsent);
      }
    }
  }

  private static Place place(dev.glia.api.modelfiles.yaml.Place place) {
    return Place.newBuilder()
        .setFile(place.file())
        .setLine(place.line())
        .setColumn(place.column())
        .build();
  }
}
