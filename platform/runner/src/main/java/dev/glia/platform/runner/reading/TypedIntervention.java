package dev.glia.platform.runner.reading;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.Intervention;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.ModelSwap;
import dev.glia.v1.Place;
import dev.glia.v1.PopulationModel;
import dev.glia.v1.ProjectionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Turns words of a command line into what an experiment file would say. One intervention each. */
public final class TypedIntervention {
  private static final Place NOWHERE = Place.getDefaultInstance();

  private final Problems problems = new Problems();
  private final References references =
      new References(new InlineModels(Optional.empty(), problems), problems);

  /** See {@link dev.glia.platform.runner.InterventionReader}. */
  public Intervention target(String target, int threads) {
    Item.Fields swap = map();
    put(swap, "to", target);
    put(swap, "threads", String.valueOf(threads));
    return read("swap", swap);
  }

  /** See {@link dev.glia.platform.runner.InterventionReader}. */
  public Intervention set(List<String> values) {
    Item.Fields set = map();
    for (String value : values) {
      int equals = equals(value, "cells.tau_m='15 ms'");
      put(set, value.substring(0, equals).strip(), value.substring(equals + 1));
    }
    return read("set", set);
  }

  /** See {@link dev.glia.platform.runner.InterventionReader}. */
  public Intervention stimulate(
      String neurons,
      String duration,
      Optional<String> spikes,
      Optional<String> rate,
      Optional<String> current,
      Optional<String> into) {
    Item.Fields what = map();
    what.entries().put("neurons", new Item.Entry(NOWHERE, text(neurons)));
    put(what, "for", duration);
    spikes.ifPresent(value -> put(what, "spikes", value));
    rate.ifPresent(value -> put(what, "rate", value));
    current.ifPresent(value -> put(what, "current", value));
    into.ifPresent(value -> put(what, "into", value));
    return read("stimulate", what);
  }

  /** See {@link dev.glia.platform.runner.InterventionReader}. */
  public Intervention lesion(List<String> parts) {
    return read("lesion", new Item.Items(NOWHERE, parts.stream().map(this::text).toList()));
  }

  /** See {@link dev.glia.platform.runner.InterventionReader}. */
  public Intervention models(List<String> models, List<String> rules, boolean accept) {
    ModelSwap.Builder swap = ModelSwap.newBuilder().setAccept(accept);
    for (String typed : models) {
      int equals = equals(typed, "cells=lif@1.1.0");
      swap.addModels(
          PopulationModel.newBuilder()
              .setPopulation(typed.substring(0, equals).strip())
              .setModel(reference(typed.substring(equals + 1).strip(), typed)));
    }
    for (String typed : rules) {
      int equals = equals(typed, "'noise->cells=pair-stdp'");
      String rule = typed.substring(equals + 1).strip();
      ProjectionRules.Builder swapped =
          ProjectionRules.newBuilder().setProjection(typed.substring(0, equals).strip());
      if (isFile(rule)) {
        swapped.addRules(LearningSpec.newBuilder().setRule(reference(rule, typed)));
      } else if (!rule.isEmpty()) {
        swapped.addAllRules(new RuleReading(references, problems).read(yaml(typed, rule), typed));
      }
      swap.addRules(swapped);
    }
    problems.throwIfAny();
    return Intervention.newBuilder().setModels(swap).build();
  }

  private ComponentRef reference(String typed, String field) {
    if (!isFile(typed)) {
      return references.read(yaml(field, typed), field);
    }
    Path file = Path.of(typed);
    try {
      String text = Files.readString(file);
      String name = file.getFileName().toString();
      ModelFile model = ModelFile.read(name, text);
      return ComponentRef.newBuilder()
          .setId(model.descriptor().id())
          .setInlineModel(text)
          .setPlace(Place.newBuilder().setFile(name))
          .build();
    } catch (IOException e) {
      throw Fault.input(file + " can't be read: " + e.getMessage() + ".");
    }
  }

  private static boolean isFile(String typed) {
    return typed.endsWith(".yaml") || typed.endsWith(".yml");
  }

  private static int equals(String typed, String example) {
    // A projection's name may hold "->", a parameter's value anything.
    int equals = typed.indexOf('=');
    if (equals < 1) {
      throw Fault.input("'" + typed + "' isn't a name and a value. Try " + example + ".");
    }
    return equals;
  }

  private Intervention read(String kind, Item item) {
    Item.Fields map = map();
    map.entries().put(kind, new Item.Entry(NOWHERE, item));
    Section section = new Section(map, "", problems);
    Intervention what = new InterventionReading(references, problems).read(section, "");
    problems.throwIfAny();
    return what;
  }

  private static void put(Item.Fields map, String name, String typed) {
    map.entries().put(name, new Item.Entry(NOWHERE, yaml(name, typed)));
  }

  private static Item yaml(String name, String typed) {
    return typed.isBlank()
        ? new Item.Text(NOWHERE, "", true)
        : Tree.at(NOWHERE, Document.read(name, typed.strip()));
  }

  private Item text(String typed) {
    return new Item.Text(NOWHERE, typed, true);
  }

  private static Item.Fields map() {
    return new Item.Fields(NOWHERE, new LinkedHashMap<>(), Optional.empty());
  }
}
