package dev.glia.platform.runner.reading;

import dev.glia.v1.ProbeSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads probes. One experiment, one thread. */
final class ProbeReading {
  private final NetworkNames names;
  private final Problems problems;

  ProbeReading(NetworkNames names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Reads one probe: what it records, each once. */
  List<ProbeSpec> read(Item item, int index) {
    String path = "probes[" + index + "]";
    Section section = Section.of(item, path, problems);
    String of = names.part(section, "of");
    int first = (int) section.integer("first", 1, Integer.MAX_VALUE, 0);
    double every = section.time("every", Section.POSITIVE, 0, "1 ms");
    List<ProbeSpec> probes = new ArrayList<>();
    for (String record : new LinkedHashSet<>(records(section))) {
      probes.add(
          ProbeSpec.newBuilder()
              .setOf(of)
              .setRecord(record)
              .setFirst(first)
              .setEvery(every)
              .setPlace(item.place())
              .build());
    }
    section.finish();
    return probes;
  }

  /** One thing to record, or a list of them. */
  private List<String> records(Section section) {
    Optional<Item> record = section.require("record", "spikes");
    if (record.isEmpty()) {
      return List.of();
    }
    if (record.get() instanceof Item.Items list
        && list.items().stream().allMatch(Item.Text.class::isInstance)) {
      return list.items().stream().map(each -> ((Item.Text) each).text()).toList();
    }
    return section.text("record").map(List::of).orElse(List.of());
  }
}
