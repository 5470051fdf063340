package dev.glia.platform.runner.reading;

import dev.glia.v1.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads populations, projections, inputs and probes. One experiment, one thread. */
final class NetworkReading {
  private final References references;
  private final Problems problems;
  private final NetworkNames names = new NetworkNames();

  NetworkReading(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  NetworkSpec read(Section experiment) {
    NetworkSpec.Builder network = NetworkSpec.newBuilder();
    experiment
        .require("populations", "{cells: {model: lif, size: 100}}")
        .ifPresent(item -> populations(item, network));
    ProjectionReading projections = new ProjectionReading(references, names, problems);
    list(experiment, "projections")
        .forEach(each -> network.addProjections(projections.read(each.item, each.index)));
    InputReading inputs = new InputReading(references, names, problems);
    list(experiment, "inputs")
        .forEach(each -> network.addInputs(inputs.read(each.item, each.index)));
    ProbeReading probes = new ProbeReading(names, problems);
    list(experiment, "probes")
        .forEach(each -> network.addAllProbes(probes.read(each.item, each.index)));
    return network.build();
  }

  /** The names of what was read. */
  NetworkNames names() {
    return names;
  }

  private void populations(Item item, NetworkSpec.Builder network) {
    Section section = Section.of(item, "populations", problems);
    if (item instanceof Item.Fields fields) {
      names.populations(fields.entries().keySet());
      if (fields.entries().isEmpty()) {
        problems.add(
            item.place(),
            "populations",
            "is empty. Try populations: {cells: {model: lif, size: 9}}.");
      }
    }
    PopulationReading populations = new PopulationReading(references, problems);
    section
        .entries()
        .forEach((name, entry) -> network.addPopulations(populations.read(name, entry)));
  }

  private record Indexed(Item item, int index) {}

  private List<Indexed> list(Section experiment, String name) {
    List<Indexed> items = new ArrayList<>();
    Optional<Item> item = experiment.find(name);
    if (item.isPresent() && item.get() instanceof Item.Items list) {
      list.items().forEach(each -> items.add(new Indexed(each, items.size())));
    } else if (item.isPresent()) {
      experiment.problem(
          name, "a list is wanted, with '- ' before each item, here is " + item.get().form() + ".");
    }
    return items;
  }
}
