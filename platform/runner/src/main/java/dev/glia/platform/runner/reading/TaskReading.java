package dev.glia.platform.runner.reading;

import dev.glia.v1.BoostSpec;
import dev.glia.v1.PhaseSpec;
import dev.glia.v1.ReadoutSpec;
import dev.glia.v1.TaskSpec;
import dev.glia.v1.TeacherSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is shown to a network. One experiment, one thread. */
final class TaskReading {
  private final References references;
  private final NetworkNames names;
  private final Problems problems;

  TaskReading(References references, NetworkNames names, Problems problems) {
    this.references = references;
    this.names = names;
    this.problems = problems;
  }

  TaskSpec read(Item item) {
    Section section = Section.of(item, "task", problems);
    TaskSpec.Builder task = TaskSpec.newBuilder();
    section
        .require("dataset", "mnist")
        .ifPresent(each -> task.setDataset(references.read(each, "task.dataset")));
    section
        .require("encode", "{poisson-rate: {max_rate: 64 Hz}}")
        .ifPresent(each -> task.setEncoder(references.read(each, "task.encode")));
    task.setInto(names.population(section, "into"));
    section.require("present", "350 ms");
    task.setPresent(section.time("present", Section.POSITIVE, 1, "350 ms"));
    task.setRest(section.time("rest", Section.NOT_NEGATIVE, 0, "150 ms"));
    section.find("boost").ifPresent(each -> task.setBoost(boost(each)));
    section.find("readout").ifPresent(each -> task.setReadout(readout(each)));
    Set<String> phases = phases(section, task);
    section.find("teacher").ifPresent(each -> task.setTeacher(teacher(each, phases)));
    section.finish();
    return task.build();
  }

  private BoostSpec boost(Item item) {
    Section section = Section.of(item, "task.boost", problems);
    BoostSpec.Builder boost =
        BoostSpec.newBuilder().setPopulation(names.population(section, "population"));
    section.require("below", "5");
    boost.setBelow((int) section.integer("below", 1, Integer.MAX_VALUE, 1));
    boost.setFrom(number(section, "from", 1));
    boost.setStep(number(section, "step", 1));
    boost.setUpTo(number(section, "up-to", 32));
    if (boost.getUpTo() < boost.getFrom()) {
      section.problem("up-to", "is less than 'from'. Try 32.");
    }
    section.finish();
    return boost.build();
  }

  private static double number(Section section, String field, double otherwise) {
    return section.quantity(field, dev.glia.api.units.Unit.ONE, Section.POSITIVE, otherwise, "2");
  }

  private TeacherSpec teacher(Item item, Set<String> phases) {
    Section section = Section.of(item, "task.teacher", problems);
    TeacherSpec.Builder teacher =
        TeacherSpec.newBuilder().setPopulation(names.population(section, "population"));
    section.require("rate", "200 Hz");
    teacher.setRate(section.quantity("rate", Section.HERTZ, Section.NOT_NEGATIVE, 0, "200 Hz"));
    Optional<Item> named = section.find("phases");
    if (named.isEmpty()) {
      teacher.addAllPhases(phases);
    } else {
      List<Item> items =
          named.get() instanceof Item.Items list ? list.items() : List.of(named.get());
      for (Item each : items) {
        String phase = each instanceof Item.Text text ? text.text() : "";
        if (!phases.contains(phase)) {
          problems.add(
              each.place(),
              "task.teacher.phases",
              "there's no phase '" + phase + "'. " + Problems.advice(phase, phases));
        }
        teacher.addPhases(phase);
      }
    }
    section.finish();
    return teacher.build();
  }

  private ReadoutSpec readout(Item item) {
    Section section = Section.of(item, "task.readout", problems);
    ReadoutSpec.Builder readout =
        ReadoutSpec.newBuilder().setPopulation(names.population(section, "population"));
    String by = section.text("by").orElse("most-spikes");
    if (!by.equals("most-spikes")) {
      section.problem("by", "'" + by + "' isn't a way to read out. Try most-spikes.");
    }
    section.finish();
    return readout.setBy(by).build();
  }

  private Set<String> phases(Section task, TaskSpec.Builder spec) {
    Set<String> known = new LinkedHashSet<>();
    Optional<Item> phases = task.require("phases", "[{name: test, split: test}]");
    if (phases.isEmpty()) {
      return known;
    }
    if (!(phases.get() instanceof Item.Items list) || list.items().isEmpty()) {
      task.problem("phases", "at least one phase is wanted. Try [{name: test, split: test}].");
      return known;
    }
    for (Item item : list.items()) {
      spec.addPhases(phase(item, known));
    }
    return known;
  }

  private PhaseSpec phase(Item item, Set<String> known) {
    Section unnamed = Section.of(item, "task.phases[" + known.size() + "]", problems);
    String name = unnamed.requireText("name", "train");
    if (!name.isEmpty() && !name.matches(NetworkNames.SHAPE)) {
      unnamed.problem("name", "a name is a letter, then letters, digits, _ or -. Try train.");
    } else if (!name.isEmpty() && !known.add(name)) {
      unnamed.problem("name", "another phase is called '" + name + "' too.");
    }
    Section section = Section.of(item, "task.phases." + name, problems);
    section.find("name");
    PhaseSpec.Builder phase = PhaseSpec.newBuilder().setName(name).setPlace(item.place());
    phase.setSplit(section.text("split").orElse(name));
    phase.setSamples((int) section.integer("samples", 0, Integer.MAX_VALUE, 0));
    phase.setEpochs((int) section.integer("epochs", 1, 1_000_000, 1));
    phase.setLearning(section.truth("learning", false));
    phase.setIndependent(section.truth("independent", false));
    boolean hyphen = section.truth("shuffle-labels", false);
    // As the parameter of a phase in other tools is spelled.
    boolean underscore = section.truth("shuffle_labels", false);
    phase.setShuffleLabels(hyphen || underscore);
    section
        .find("set")
        .ifPresent(
            set -> {
              if (set instanceof Item.Fields fields) {
                phase.setSet(Scalars.map(fields, section.path("set"), problems));
              } else {
                section.problem("set", "a map is wanted, as {cells.v_threshold: -50 mV}.");
              }
            });
    section.finish();
    return phase.build();
  }
}
