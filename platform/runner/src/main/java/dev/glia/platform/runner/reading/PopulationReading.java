package dev.glia.platform.runner.reading;

import dev.glia.v1.PopulationSpec;
import java.util.Map;
import java.util.Optional;

/** Reads populations. One experiment, one thread. */
final class PopulationReading {
  private final References references;
  private final Problems problems;

  PopulationReading(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /** Reads one population. */
  PopulationSpec read(String name, Item.Entry entry) {
    if (!name.matches(NetworkNames.SHAPE)) {
      problems.add(
          entry.place(), name, "a name is a letter, then letters, digits, _ or -. Try cells.");
    }
    Section section = Section.of(entry.value(), name, problems);
    PopulationSpec.Builder population =
        PopulationSpec.newBuilder().setName(name).setPlace(entry.place());
    shape(section, population);
    section
        .find("start")
        .ifPresent(
            start -> {
              if (start instanceof Item.Fields fields) {
                population.setStart(Scalars.map(fields, name + ".start", problems));
              } else {
                section.problem("start", "a map is wanted, as {v: -65 mV}.");
              }
            });
    Optional<Item> model = section.require("model", "lif");
    Map<String, Item.Entry> parameters = section.others();
    if (model.isPresent() && model.get() instanceof Item.Text text) {
      population.setModel(references.withParameters(text, parameters, name));
    } else if (model.isPresent()) {
      section.problem(
          "model", "a model's name is wanted; its parameters stand beside it. Try model: lif.");
    }
    return population.build();
  }

  private void shape(Section section, PopulationSpec.Builder population) {
    long cells = 0;
    Optional<Item> shape = section.find("shape");
    if (shape.isPresent()) {
      boolean two = shape.get() instanceof Item.Items list && list.items().size() == 2;
      if (!two) {
        section.problem("shape", "a width and a height are wanted. Try shape: [10, 10].");
      } else {
        cells = 1;
        for (Item side : ((Item.Items) shape.get()).items()) {
          long length = section.integer("shape", side, 1, Integer.MAX_VALUE, 1);
          population.addShape((int) length);
          cells *= length;
        }
      }
    }
    if (cells > 0 && !section.has("size")) {
      if (cells > Integer.MAX_VALUE) {
        section.problem("shape", cells + " neurons are too many. Try a smaller grid.");
        cells = 1;
      }
      population.setSize((int) cells);
      return;
    }
    long size =
        section
            .require("size", "100")
            .map(item -> section.integer("size", item, 1, Integer.MAX_VALUE, 1))
            .orElse(1L);
    population.setSize((int) size);
    if (cells > 0 && cells != size) {
      section.problem(
          "shape",
          "a grid of "
              + population.getShape(0)
              + " × "
              + population.getShape(1)
              + " has "
              + cells
              + " cells, but size is "
              + size
              + ". Try leaving size out.");
    }
  }
}
