package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.random.RandomStream;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data of a task, opened and checked against the network before a run begins. One thread. */
final class TaskData implements AutoCloseable {
  private final TaskPlan task;
  private final Network network;
  private final Map<String, Dataset> splits = new LinkedHashMap<>();
  private final List<SampleOrder> orders = new ArrayList<>();

  private TaskData(TaskPlan task, Network network) {
    this.task = task;
    this.network = network;
  }

  /**
   * Opens the splits of all phases; may fetch them.
   *
   * @throws dev.glia.platform.runner.InvalidExperiment if data and network don't fit each other
   */
  static TaskData open(TaskPlan task, Network network, DataPlace place) {
    TaskData data = new TaskData(task, network);
    try {
      Problems problems = new Problems();
      data.openSplits(place, problems);
      problems.throwIfAny();
      data.checkSizes(problems);
      problems.throwIfAny();
      data.rehearse(problems);
      problems.throwIfAny();
      return data;
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private void openSplits(DataPlace place, Problems problems) {
    for (TaskPlan.Phase phase : task.phases()) {
      if (!splits.containsKey(phase.split())) {
        try {
          splits.put(
              phase.split(), task.dataset().open(phase.split(), task.datasetParameters(), place));
        } catch (Fault fault) {
          problems.add(task.datasetPlace(), "task.dataset", fault);
          return;
        }
      }
    }
  }

  /** Names of the splits that were opened. */
  Set<String> splits() {
    return splits.keySet();
  }

  /** Where the samples come from, a line for each split that says so. */
  List<String> origins() {
    return splits.entrySet().stream()
        .filter(split -> !split.getValue().origin().isBlank())
        .map(split -> split.getKey() + ": " + split.getValue().origin())
        .toList();
  }

  private void checkSizes(Problems problems) {
    for (TaskPlan.Phase phase : task.phases()) {
      Dataset dataset = splits.get(phase.split());
      int size = (int) Math.min(dataset.size(), Integer.MAX_VALUE);
      if (phase.samples() > size || size == 0) {
        problems.add(
            phase.place(),
            "task.phases." + phase.name() + ".samples",
            "the split '"
                + phase.split()
                + "' has only "
                + size
                + " samples. Try samples: "
                + size
                + ".");
        continue;
      }
      int samples = phase.samples() == 0 ? size : phase.samples();
      orders.add(
          new SampleOrder(network.seed(), phase.name(), dataset, samples, phase.shuffleLabels()));
      if (phase.taught()) {
        checkClasses(dataset, task.teacher().orElseThrow().population(), "teacher", problems);
      }
      if (phase.answered()) {
        checkClasses(dataset, task.readout(), "readout", problems);
      }
    }
  }

  private void checkClasses(Dataset dataset, int index, String what, Problems problems) {
    Population population = network.populations().get(index);
    Place place = task.datasetPlace();
    if (dataset.classes() == 0) {
      problems.add(place, "task." + what, "the data set's labels aren't classes. Try another.");
    } else if (dataset.classes() != population.size()) {
      problems.add(
          place,
          "task." + what,
          population.name()
              + " has "
              + population.size()
              + " neurons, the data set has "
              + dataset.classes()
              + " classes: each needs its neuron. Try size: "
              + dataset.classes()
              + ".");
    }
  }

  /** Encodes one sample, so that what doesn't fit is said before anything is written. */
  private void rehearse(Problems problems) {
    Population driven = network.populations().get(task.into());
    Stimulus stimulus = new Stimulus(driven, task.presentTicks());
    Presentation presentation =
        new Presentation(
            driven.size(),
            task.presentTicks(),
            network.dt(),
            1,
            new RandomStream(network.seed(), "task/rehearsal", 0));
    try {
      Dataset dataset = splits.values().iterator().next();
      task.encoder().encode(dataset.sample(0), presentation, task.encoderParameters(), stimulus);
    } catch (Fault fault) {
      problems.add(task.encoderPlace(), "task.encode", fault);
    }
  }

  Dataset dataset(int phase) {
    return splits.get(task.phases().get(phase).split());
  }

  SampleOrder order(int phase) {
    return orders.get(phase);
  }

  /** Presentations of a phase, all epochs together. */
  long presentations(int phase) {
    return (long) orders.get(phase).samples() * task.phases().get(phase).epochs();
  }

  @Override
  public void close() {
    splits.values().forEach(Dataset::close);
  }
}
