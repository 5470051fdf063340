package dev.glia.platform.runner.reading;

import dev.glia.api.equations.Range;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.CurrentInput;
import dev.glia.v1.InputSpec;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.NetworkSpec;
import dev.glia.v1.Place;
import dev.glia.v1.PoissonInput;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProbeSpec;
import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads populations, projections, inputs and probes. One experiment, one thread. */
final class NetworkReading {
  static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}";
  static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY, true);
  static final Range NOT_NEGATIVE = new Range(0, false, Double.POSITIVE_INFINITY, true);

  private final References references;
  private final Problems problems;
  private final NetworkSpec.Builder network = NetworkSpec.newBuilder();
  private final Set<String> populations = new LinkedHashSet<>();
  private final Set<String> projections = new LinkedHashSet<>();
  private boolean populationsRead;

  NetworkReading(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  NetworkSpec read(Section experiment) {
    experiment
        .require("populations", "{cells: {model: lif, size: 100}}")
        .ifPresent(this::populations);
    list(experiment, "projections").forEach(each -> projection(each.item, each.index));
    list(experiment, "inputs").forEach(each -> input(each.item, each.index));
    list(experiment, "probes").forEach(each -> probe(each.item, each.index));
    return network.build();
  }

  Set<String> populationNames() {
    return populations;
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

  private void populations(Item item) {
    Section section = Section.of(item, "populations", problems);
    populations.addAll(section.entries().keySet());
    populationsRead = item instanceof Item.Fields;
    if (populationsRead && populations.isEmpty()) {
      problems.add(
          item.place(),
          "populations",
          "is empty. Try populations: {cells: {model: lif, size: 9}}.");
    }
    section.entries().forEach((name, entry) -> population(name, entry));
  }

  private void population(String name, Item.Entry entry) {
    if (!name.matches(NAME)) {
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
    network.addPopulations(population);
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

  private void projection(Item item, int index) {
    Section section = Section.of(item, "projections[" + index + "]", problems);
    String source = population(section, "from");
    String target = population(section, "to");
    String name = uniqueName(section, source, target);
    Section named = Section.of(item, name, problems);
    named.find("from");
    named.find("to");
    named.find("name");
    ProjectionSpec.Builder projection =
        ProjectionSpec.newBuilder()
            .setName(name)
            .setSource(source)
            .setTarget(target)
            .setPlace(item.place());
    component(named, "topology", "{fixed-probability: {p: 0.1}}")
        .ifPresent(projection::setTopology);
    component(named, "synapse", "{exponential: {tau: 5 ms}}").ifPresent(projection::setSynapse);
    named.text("into").ifPresent(projection::setInto);
    value(named, "weight").ifPresent(projection::setWeight);
    value(named, "delay").ifPresent(projection::setDelay);
    named.find("learning").ifPresent(rules -> learning(rules, named, projection));
    named.finish();
    network.addProjections(projection);
  }

  /** The name that the user gave, or {@code from->to}, made unique by a number. */
  private String uniqueName(Section section, String source, String target) {
    Optional<String> given = section.text("name");
    if (given.isPresent()) {
      if (!given.get().matches(NAME) || populations.contains(given.get())) {
        section.problem(
            "name",
            "'"
                + given.get()
                + "' can't be a projection's name: a letter, then letters, digits, _"
                + " or -, and not the name of a population. Try feed-forward.");
      } else if (!projections.add(given.get())) {
        section.problem("name", "another projection is called '" + given.get() + "' too.");
      }
      return given.get();
    }
    String plain = source + "->" + target;
    String name = plain;
    for (int number = 2; !projections.add(name); number++) {
      name = plain + "-" + number;
    }
    return name;
  }

  private void learning(Item item, Section section, ProjectionSpec.Builder projection) {
    List<Item> rules = item instanceof Item.Items list ? list.items() : List.of(item);
    for (Item rule : rules) {
      ComponentRef reference = references.read(rule, section.path("learning"));
      LearningSpec.Builder learning = LearningSpec.newBuilder();
      ValueMap.Builder parameters = ValueMap.newBuilder();
      for (ValueMap.Entry entry : reference.getParameters().getEntriesList()) {
        if (entry.getKey().equals("modulators")) {
          modulators(entry, section.path("learning.modulators"), learning);
        } else {
          parameters.addEntries(entry);
        }
      }
      projection.addLearning(
          learning.setRule(reference.toBuilder().setParameters(parameters).build()));
    }
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

  private void input(Item item, int index) {
    String path = "inputs[" + index + "]";
    Section section = Section.of(item, path, problems);
    String target = population(section, "to");
    InputSpec.Builder input =
        InputSpec.newBuilder()
            .setName(section.text("name").orElse(""))
            .setTarget(target)
            .setPlace(item.place());
    if (!input.getName().isEmpty() && !input.getName().matches(NAME)) {
      section.problem("name", "a name is a letter, then letters, digits, _ or -. Try background.");
    }
    section.text("into").ifPresent(input::setInto);
    Optional<Item> poisson = section.find("poisson");
    Optional<Item> current = section.find("current");
    section.find("from");
    section.find("until");
    if (poisson.isPresent() == current.isPresent()) {
      problems.add(
          item.place(), path, "an input is either poisson or current. Try current: 0.3 nA.");
    } else if (poisson.isPresent()) {
      input.setPoisson(poisson(poisson.get(), path + ".poisson"));
    } else {
      input.setCurrent(
          CurrentInput.newBuilder()
              .setAmplitude(Scalars.value(current.get(), path + ".current", problems))
              .setFrom(section.time("from", NOT_NEGATIVE, 0, "100 ms"))
              .setUntil(section.time("until", POSITIVE, 0, "400 ms")));
      double until = input.getCurrent().getUntil();
      if (until > 0 && until <= input.getCurrent().getFrom()) {
        section.problem("until", "isn't after 'from'. Try a later time, or leave it out.");
      }
    }
    section.finish();
    network.addInputs(input);
  }

  private PoissonInput poisson(Item item, String path) {
    Section section = Section.of(item, path, problems);
    PoissonInput.Builder poisson = PoissonInput.newBuilder();
    section
        .require("rate", "20 Hz")
        .ifPresent(rate -> poisson.setRate(Scalars.value(rate, path + ".rate", problems)));
    section
        .require("weight", "0.1 mV")
        .ifPresent(weight -> poisson.setWeight(Scalars.value(weight, path + ".weight", problems)));
    component(section, "synapse", "delta").ifPresent(poisson::setSynapse);
    section.finish();
    return poisson.build();
  }

  private void probe(Item item, int index) {
    String path = "probes[" + index + "]";
    Section section = Section.of(item, path, problems);
    String of = section.requireText("of", "cells");
    boolean known = of.isEmpty() || populations.contains(of) || projections.contains(of);
    if (!known && populationsRead) {
      Set<String> names = new LinkedHashSet<>(populations);
      names.addAll(projections);
      section.problem(
          "of", "there's no population or projection '" + of + "'. " + Problems.advice(of, names));
    }
    int first = (int) section.integer("first", 1, Integer.MAX_VALUE, 0);
    double every = section.time("every", POSITIVE, 0, "1 ms");
    Set<String> seen = new HashSet<>();
    for (String record : records(section)) {
      if (seen.add(record)) {
        network.addProbes(
            ProbeSpec.newBuilder()
                .setOf(of)
                .setRecord(record)
                .setFirst(first)
                .setEvery(every)
                .setPlace(item.place()));
      }
    }
    section.finish();
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

  /** The name of a population, noted if there's none such. */
  String population(Section section, String field) {
    String name = section.requireText(field, "cells");
    if (!name.isEmpty() && populationsRead && !populations.contains(name)) {
      section.problem(
          field, "there's no population '" + name + "'. " + Problems.advice(name, populations));
    }
    return name;
  }

  private Optional<ComponentRef> component(Section section, String field, String example) {
    return section.require(field, example).map(item -> references.read(item, section.path(field)));
  }

  private Optional<Value> value(Section section, String field) {
    return section
        .find(field)
        .map(item -> Scalars.value(item, section.path(field), problems))
        .map(value -> value.toBuilder().setPlace(place(section, field)).build());
  }

  private static Place place(Section section, String field) {
    return section.place(field);
  }
}
