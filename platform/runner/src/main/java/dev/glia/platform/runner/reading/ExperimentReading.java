package dev.glia.platform.runner.reading;

import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.platform.runner.Experiment;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.TimeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the top level of an experiment file. */
public final class ExperimentReading {
  private static final String ON_LOST = "on lost";
  private static final String EXAMPLE = "{dt: 0.1 ms, run: 1 s}";

  private final Problems problems = new Problems();

  /** Reads a document; see {@link dev.glia.platform.runner.ExperimentReader}. */
  public Experiment read(String file, String text, List<String> overrides) {
    Item root = Tree.of(Document.read(file, text));
    if (!(root instanceof Item.Fields fields)) {
      problems.add(
          root.place(),
          "",
          "an experiment is a map that begins with 'glia: 1', here is " + root.form() + ".");
      problems.throwIfAny();
      throw new IllegalStateException();
    }
    for (String override : overrides) {
      new Setting(override).apply(fields);
    }
    Definitions.apply(fields, problems);
    problems.throwIfAny();
    ExperimentSpec spec = spec(new Section(fields, "", problems));
    problems.throwIfAny();
    return new Experiment(spec, file, text, overrides);
  }

  private ExperimentSpec spec(Section top) {
    ExperimentSpec.Builder spec = ExperimentSpec.newBuilder();
    format(top);
    spec.setFormat(1);
    spec.setName(name(top));
    top.text("description").ifPresent(spec::setDescription);
    top.find(Definitions.FIELD);
    spec.setSeed(seed(top));
    InlineModels models = new InlineModels(top.find("models"), problems);
    References references = new References(models, problems);
    NetworkReading network = new NetworkReading(references, problems);
    boolean task = top.has("task");
    spec.setTime(time(top, task));
    spec.setNetwork(network.read(top));
    top.find("task")
        .ifPresent(
            item ->
                spec.setTask(new TaskReading(references, network.names(), problems).read(item)));
    analyses(top, references, spec);
    spec.setTarget(
        top.find("target")
            .map(item -> references.read(withoutPolicy(item, spec), "target"))
            .orElseGet(() -> ComponentRef.newBuilder().setId("cpu").setPlace(top.place()).build()));
    top.find("shadow").ifPresent(item -> spec.setShadow(references.read(item, "shadow")));
    top.find("storage")
        .map(item -> Section.of(item, "storage", problems))
        .ifPresent(
            storage ->
                spec.setTarget(StoragePins.read(storage, network.names(), spec.getTarget())));
    top.find("interventions")
        .ifPresent(
            item ->
                spec.addAllInterventions(new InterventionReading(references, problems).list(item)));
    top.finish();
    return spec.build();
  }

  /** The target, without what is to be done if it's lost. */
  private Item withoutPolicy(Item target, ExperimentSpec.Builder spec) {
    if (!(target instanceof Item.Fields fields) || fields.find(ON_LOST).isEmpty()) {
      return target;
    }
    Item.Entry policy = fields.entries().get(ON_LOST);
    String text = policy.value() instanceof Item.Text words ? words.text() : "";
    spec.setOnLost(LostPolicyReading.read(text, policy.place(), "target." + ON_LOST, problems));
    Map<String, Item.Entry> rest = new LinkedHashMap<>(fields.entries());
    rest.remove(ON_LOST);
    return new Item.Fields(fields.place(), rest, Optional.empty());
  }

  private void format(Section top) {
    Optional<Item> format = top.require("glia", "1");
    if (format.isPresent()
        && !(format.get() instanceof Item.Text text && text.text().equals("1"))) {
      top.problem(
          "glia",
          "format " + format.get().form() + " isn't known here, only 1 is. Try a newer Glia.");
    }
  }

  private static String name(Section top) {
    String name = top.requireText("name", "hello");
    if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
      top.problem(
          "name",
          "a name is lower-case letters, digits, - and _, at most 64: the run's folder is called"
              + " after it. Try hello.");
    }
    return name;
  }

  private static long seed(Section top) {
    Optional<String> text = top.text("seed");
    if (text.isPresent()) {
      try {
        return Long.parseUnsignedLong(text.get());
      } catch (NumberFormatException e) {
        top.problem("seed", "isn't a whole number from 0 to 18446744073709551615. Try 1.");
      }
    }
    return 0;
  }

  private TimeSpec time(Section top, boolean task) {
    Optional<Item> item = task ? top.find("time") : top.require("time", EXAMPLE);
    TimeSpec.Builder time = TimeSpec.newBuilder().setDt(1e-4);
    if (item.isEmpty()) {
      return time.build();
    }
    Section section = Section.of(item.get(), "time", problems);
    time.setDt(section.time("dt", Section.POSITIVE, 1e-4, "0.1 ms"));
    if (task) {
      if (section.has("run")) {
        section.problem("run", "the task decides how long the run is. Try leaving it out.");
      }
    } else {
      section.require("run", "1 s");
      time.setRun(section.time("run", Section.POSITIVE, 1, "1 s"));
    }
    section.finish();
    return time.build();
  }

  private void analyses(Section top, References references, ExperimentSpec.Builder spec) {
    Optional<Item> item = top.find("analyze");
    if (item.isEmpty()) {
      return;
    }
    List<Item> items = item.get() instanceof Item.Items list ? list.items() : List.of(item.get());
    int index = 0;
    for (Item each : items) {
      spec.addAnalyses(references.read(each, "analyze[" + index++ + "]"));
    }
  }
}
