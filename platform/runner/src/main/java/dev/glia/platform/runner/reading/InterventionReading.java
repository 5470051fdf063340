package dev.glia.platform.runner.reading;

import dev.glia.v1.Intervention;
import dev.glia.v1.Lesion;
import dev.glia.v1.ModelSwap;
import dev.glia.v1.NeuronRange;
import dev.glia.v1.PopulationModel;
import dev.glia.v1.ProjectionRules;
import dev.glia.v1.ScheduledIntervention;
import dev.glia.v1.SetValues;
import dev.glia.v1.Stimulation;
import dev.glia.v1.TargetSwap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what is to be changed while a run goes on. Whether the network has what is named is seen
 * later, where there's a network. One thread.
 */
final class InterventionReading {
  private static final List<String> KINDS = List.of("swap", "set", "stimulate", "lesion");
  private static final Pattern RANGE =
      Pattern.compile("(" + NetworkNames.SHAPE + ")(?:\\[(\\d{1,9})(?:\\.\\.(\\d{1,9}))?\\])?");

  private final References references;
  private final Problems problems;

  InterventionReading(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /** Reads an experiment's list. */
  List<ScheduledIntervention> list(Item item) {
    List<ScheduledIntervention> read = new ArrayList<>();
    if (!(item instanceof Item.Items list)) {
      problems.add(
          item.place(),
          "interventions",
          "a list is wanted, with '- ' before each item, here is " + item.form() + ".");
      return read;
    }
    for (Item each : list.items()) {
      String path = "interventions[" + read.size() + "]";
      Section section = Section.of(each, path, problems);
      section.require("at", "500 ms");
      double at = section.time("at", Section.NOT_NEGATIVE, 0, "500 ms");
      Intervention what = read(section, path).toBuilder().setPlace(each.place()).build();
      section.finish();
      read.add(ScheduledIntervention.newBuilder().setAt(at).setWhat(what).build());
    }
    return read;
  }

  /** Reads one: a map with one of the kinds. */
  Intervention read(Section section, String path) {
    Intervention.Builder what = Intervention.newBuilder().setPlace(section.place());
    int kinds = 0;
    for (String kind : KINDS) {
      Optional<Item> item = section.find(kind);
      if (item.isPresent()) {
        kinds++;
        String field = path.isEmpty() ? kind : path + "." + kind;
        switch (kind) {
          case "swap" -> swap(item.get(), field, what);
          case "set" -> set(item.get(), field, what);
          case "stimulate" -> what.setStimulation(stimulation(item.get(), field));
          default -> what.setLesion(lesion(item.get(), field));
        }
      }
    }
    if (kinds != 1) {
      problems.add(
          section.place(),
          path,
          "one of swap, set, stimulate and lesion is wanted. Try set: {cells.tau_m: 15 ms}.");
    }
    return what.build();
  }

  private void swap(Item item, String field, Intervention.Builder what) {
    if (item instanceof Item.Text) {
      what.setTarget(TargetSwap.newBuilder().setTarget(references.read(item, field)));
      return;
    }
    Section section = Section.of(item, field, problems);
    Optional<Item> to = section.find("to");
    Optional<Item> models = section.find("models");
    Optional<Item> rules = section.find("rules");
    long threads = section.integer("threads", 0, 4096, 0);
    boolean accept = section.truth("accept", false);
    section.finish();
    if (to.isPresent() == (models.isPresent() || rules.isPresent())) {
      problems.add(
          item.place(),
          field,
          "either a device or models and rules are swapped. Try swap: {to: cpu}, or swap: {models:"
              + " {cells: lif@1.1}}.");
    } else if (to.isPresent()) {
      what.setTarget(
          TargetSwap.newBuilder()
              .setTarget(references.read(to.get(), field + ".to"))
              .setThreads((int) threads));
    } else {
      ModelSwap.Builder swap = ModelSwap.newBuilder().setAccept(accept);
      models.ifPresent(each -> models(each, field + ".models", swap));
      rules.ifPresent(each -> rules(each, field + ".rules", swap));
      what.setModels(swap);
    }
  }

  private void models(Item item, String field, ModelSwap.Builder swap) {
    Section.of(item, field, problems)
        .entries()
        .forEach(
            (population, entry) ->
                swap.addModels(
                    PopulationModel.newBuilder()
                        .setPopulation(population)
                        .setModel(references.read(entry.value(), field + "." + population))));
  }

  private void rules(Item item, String field, ModelSwap.Builder swap) {
    RuleReading reading = new RuleReading(references, problems);
    Section.of(item, field, problems)
        .entries()
        .forEach(
            (projection, entry) ->
                swap.addRules(
                    ProjectionRules.newBuilder()
                        .setProjection(projection)
                        .addAllRules(
                            entry.value() instanceof Item.Text text && text.isNull()
                                ? List.of()
                                : reading.read(entry.value(), field + "." + projection))));
  }

  private void set(Item item, String field, Intervention.Builder what) {
    if (!(item instanceof Item.Fields map) || map.entries().isEmpty()) {
      problems.add(item.place(), field, "a map is wanted, as {cells.tau_m: 15 ms}.");
      return;
    }
    what.setSet(SetValues.newBuilder().setValues(Scalars.map(map, field, problems)));
  }

  private Stimulation stimulation(Item item, String field) {
    Section section = Section.of(item, field, problems);
    Stimulation.Builder what = Stimulation.newBuilder();
    section
        .require("neurons", "cells[0..9]")
        .ifPresent(neurons -> what.setNeurons(range(neurons, field + ".neurons")));
    section.require("for", "10 ms");
    what.setDuration(section.time("for", Section.POSITIVE, 1e-3, "10 ms"));
    int kinds = 0;
    if (section.has("spikes")) {
      what.setSpikes((int) section.integer("spikes", 1, 1_000_000, 1));
      kinds++;
    }
    if (section.has("rate")) {
      what.setRate(section.quantity("rate", Section.HERTZ, Section.POSITIVE, 1, "200 Hz"));
      kinds++;
    }
    Optional<Item> current = section.find("current");
    if (current.isPresent()) {
      what.setCurrent(Scalars.value(current.get(), field + ".current", problems));
      kinds++;
    }
    section.text("into").ifPresent(what::setInto);
    if (kinds != 1) {
      problems.add(
          item.place(), field, "one of spikes, rate and current is wanted. Try spikes: 20.");
    }
    section.finish();
    return what.build();
  }

  private Lesion lesion(Item item, String field) {
    Lesion.Builder lesion = Lesion.newBuilder();
    List<Item> parts = item instanceof Item.Items list ? list.items() : List.of(item);
    for (Item part : parts) {
      if (part instanceof Item.Text text && text.text().contains("->")) {
        lesion.addProjections(text.text().strip());
      } else {
        lesion.addNeurons(range(part, field));
      }
    }
    return lesion.build();
  }

  /** {@code cells}, {@code cells[3]} or {@code cells[0..9]}. */
  private NeuronRange range(Item item, String field) {
    Matcher range = RANGE.matcher(item instanceof Item.Text text ? text.text().strip() : "");
    if (!range.matches()) {
      problems.add(
          item.place(),
          field,
          item.form() + " isn't a part of a network. Try cells, cells[3] or cells[0..9].");
      return NeuronRange.getDefaultInstance();
    }
    NeuronRange.Builder read = NeuronRange.newBuilder().setPopulation(range.group(1));
    if (range.group(2) != null) {
      int first = Integer.parseInt(range.group(2));
      int last = range.group(3) == null ? first : Integer.parseInt(range.group(3));
      if (last < first) {
        problems.add(item.place(), field, "the range " + item.form() + " ends before it begins.");
      }
      read.setFirst(first).setCount(Math.max(1, last - first + 1));
    }
    return read.build();
  }
}
