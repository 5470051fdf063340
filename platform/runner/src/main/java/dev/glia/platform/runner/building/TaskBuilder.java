package dev.glia.platform.runner.building;

import dev.glia.api.component.Parameters;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.equations.Parameter;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.BoostSpec;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.PhaseSpec;
import dev.glia.v1.Place;
import dev.glia.v1.TaskSpec;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves the task of one experiment over its network. One thread. */
public final class TaskBuilder {
  /** A sample isn't shown more often than this. */
  private static final int MOST_SHOWINGS = 1000;

  private final TaskSpec task;
  private final Network network;
  private final Leases leases;
  private final Problems problems;
  private final Clock clock;
  private final Place place;

  public TaskBuilder(ExperimentSpec experiment, Network network, Leases leases, Problems problems) {
    this.task = experiment.getTask();
    this.network = network;
    this.leases = leases;
    this.problems = problems;
    this.clock = new Clock(network.dt());
    this.place = task.getDataset().getPlace();
  }

  /** The task; absent if there are problems. */
  public Optional<TaskPlan> build() {
    Optional<DatasetSource> dataset =
        leases.take(DatasetSource.class, task.getDataset(), "task.dataset", problems);
    Optional<Encoder> encoder =
        leases.take(Encoder.class, task.getEncoder(), "task.encode", problems);
    int into = index(task.getInto());
    if (dataset.isEmpty() || encoder.isEmpty() || into < 0) {
      return Optional.empty();
    }
    Parameters datasetParameters =
        new ParameterCheck(dataset.get().descriptor(), "task.dataset", problems)
            .check(task.getDataset());
    Parameters encoderParameters =
        new ParameterCheck(encoder.get().descriptor(), "task.encode", problems)
            .check(task.getEncoder());
    checkModel(encoder.get(), network.populations().get(into));
    int present = ticks(task.getPresent(), "task.present", 1);
    int rest = ticks(task.getRest(), "task.rest", 0);
    Optional<TaskPlan.Boost> boost = task.hasBoost() ? boost(task.getBoost()) : Optional.empty();
    Optional<TaskPlan.Teacher> teacher = task.hasTeacher() ? teacher() : Optional.empty();
    int readout = task.hasReadout() ? index(task.getReadout().getPopulation()) : -1;
    List<TaskPlan.Phase> phases = new ArrayList<>();
    for (PhaseSpec phase : task.getPhasesList()) {
      phases.add(phase(phase, dataset.get(), readout));
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskPlan(
            dataset.get(),
            datasetParameters,
            encoder.get(),
            encoderParameters,
            into,
            present,
            rest,
            boost,
            teacher,
            readout,
            phases,
            task.getDataset().getPlace(),
            task.getEncoder().getPlace()));
  }

  /** Times that were rounded to ticks. */
  public List<String> notes() {
    return clock.notes();
  }

  private void checkModel(Encoder encoder, Population driven) {
    String wanted = encoder.drives();
    String model = driven.model().substring(0, driven.model().indexOf('@'));
    if (!wanted.isEmpty() && !wanted.equals(model)) {
      problems.add(
          task.getEncoder().getPlace(),
          "task.encode",
          encoder.descriptor().reference()
              + " drives the model '"
              + wanted
              + "', but "
              + driven.name()
              + " is of the model '"
              + model
              + "'. Try model: "
              + wanted
              + ".");
    }
  }

  private int index(String population) {
    for (int i = 0; i < network.populations().size(); i++) {
      if (network.populations().get(i).name().equals(population)) {
        return i;
      }
    }
    return -1;
  }

  private int ticks(double seconds, String field, long least) {
    long ticks = clock.ticks(seconds, field);
    if (ticks < least || ticks > Integer.MAX_VALUE) {
      problems.add(
          place,
          field,
          "is "
              + ticks
              + " ticks of dt, from "
              + least
              + " to "
              + Integer.MAX_VALUE
              + " are possible. Try another time or dt.");
    }
    return (int) Math.clamp(ticks, least, Integer.MAX_VALUE);
  }

  private Optional<TaskPlan.Boost> boost(BoostSpec spec) {
    if ((spec.getUpTo() - spec.getFrom()) / spec.getStep() > MOST_SHOWINGS) {
      problems.add(
          place,
          "task.boost.step",
          "leads to more than " + MOST_SHOWINGS + " showings of a sample. Try a larger step.");
    }
    return Optional.of(
        new TaskPlan.Boost(
            index(spec.getPopulation()),
            spec.getBelow(),
            spec.getFrom(),
            spec.getStep(),
            spec.getUpTo()));
  }

  private Optional<TaskPlan.Teacher> teacher() {
    double probability = task.getTeacher().getRate() * network.dt();
    if (probability > 1) {
      problems.add(
          place,
          "task.teacher.rate",
          "is more than one spike a tick. Try a rate below " + 1 / network.dt() + " Hz.");
    }
    return Optional.of(
        new TaskPlan.Teacher(index(task.getTeacher().getPopulation()), Math.min(1, probability)));
  }

  private TaskPlan.Phase phase(PhaseSpec spec, DatasetSource dataset, int readout) {
    String field = "task.phases." + spec.getName();
    if (!dataset.splits().contains(spec.getSplit())) {
      problems.add(
          spec.getPlace(),
          field + ".split",
          dataset.descriptor().reference()
              + " has no split '"
              + spec.getSplit()
              + "'. "
              + Problems.advice(spec.getSplit(), dataset.splits()));
    }
    if (spec.getIndependent() && spec.getLearning()) {
      problems.add(
          spec.getPlace(),
          field + ".independent",
          "the phase learns, so what a sample changes is there for the next. Try learning: false,"
              + " or independent: false.");
    }
    boolean taught =
        task.hasTeacher() && task.getTeacher().getPhasesList().contains(spec.getName());
    boolean dictated =
        taught
            && task.hasReadout()
            && task.getTeacher().getPopulation().equals(task.getReadout().getPopulation());
    List<TaskPlan.Setting> settings = new ArrayList<>();
    for (ValueMap.Entry entry : spec.getSet().getEntriesList()) {
      setting(entry, field + ".set." + entry.getKey()).ifPresent(settings::add);
    }
    return new TaskPlan.Phase(
        spec.getName(),
        spec.getSplit(),
        spec.getSamples(),
        Math.max(1, spec.getEpochs()),
        spec.getLearning(),
        spec.getIndependent(),
        taught,
        readout >= 0 && !dictated,
        spec.getShuffleLabels(),
        settings,
        spec.getPlace());
  }

  private Optional<TaskPlan.Setting> setting(ValueMap.Entry entry, String field) {
    int dot = entry.getKey().indexOf('.');
    int index = dot < 0 ? -1 : index(entry.getKey().substring(0, dot));
    if (index < 0) {
      List<String> names = network.populations().stream().map(Population::name).toList();
      String word = dot < 0 ? entry.getKey() : entry.getKey().substring(0, dot);
      problems.add(
          entry.getPlace(),
          field,
          "isn't population.parameter of this network. " + Problems.advice(word, names));
      return Optional.empty();
    }
    Population population = network.populations().get(index);
    String name = entry.getKey().substring(dot + 1);
    List<Parameter> parameters = population.program().parameters();
    Optional<Parameter> parameter =
        parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    if (parameter.isEmpty()) {
      problems.add(
          entry.getPlace(),
          field,
          "unknown parameter of "
              + population.model()
              + ". "
              + Problems.advice(name, parameters.stream().map(Parameter::name).toList()));
      return Optional.empty();
    }
    Numbers numbers =
        new Numbers(
            population.model(),
            parameter.get().unit(),
            parameter.get().range(),
            parameter.get().defaultValue(),
            field,
            problems);
    return numbers
        .number(entry.getValue(), entry.getPlace())
        .map(value -> new TaskPlan.Setting(population.name(), name, value));
  }
}
