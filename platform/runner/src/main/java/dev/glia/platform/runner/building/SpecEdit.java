package dev.glia.platform.runner.building;

import dev.glia.api.component.Descriptor;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Variable;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.CurrentInput;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.InputSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.NeuronRange;
import dev.glia.v1.Place;
import dev.glia.v1.PopulationModel;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProjectionRules;
import dev.glia.v1.Quantity;
import dev.glia.v1.Stimulation;
import dev.glia.v1.TargetSwap;
import dev.glia.v1.Value;
import dev.glia.v1.ValueList;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What interventions that need another deployment make of an experiment: the experiment that the
 * run goes on with. One thread.
 */
public final class SpecEdit {
  private static final String STORAGE = "storage.";

  private final Leases leases;
  private final Problems problems;

  public SpecEdit(Leases leases, Problems problems) {
    this.leases = leases;
    this.problems = problems;
  }

  /**
   * An edited experiment.
   *
   * @param exact the intervention with the versions that were found: the same whenever repeated
   * @param dropped values of the experiment that the new equations have no place for
   */
  public record Edited(ExperimentSpec spec, Intervention exact, List<String> dropped) {
    public Edited {
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * Edits; absent, and noted, if that's impossible.
   *
   * @param tick of the network at which it happens
   */
  public Optional<Edited> apply(ExperimentSpec spec, Intervention what, long tick) {
    int before = problems.size();
    Edited edited =
        switch (what.getKindCase()) {
          case TARGET -> target(spec, what);
          case MODELS -> models(spec, what);
          case STIMULATION -> current(spec, what, tick);
          default -> throw new IllegalArgumentException("no edit: " + what.getKindCase());
        };
    return problems.size() == before ? Optional.of(edited) : Optional.empty();
  }

  /** Ways of storing projections stay where the driver does. */
  private Edited target(ExperimentSpec spec, Intervention what) {
    TargetSwap swap = what.getTarget();
    ComponentRef.Builder target = swap.getTarget().toBuilder();
    if (!target.hasPlace()) {
      target.setPlace(what.getPlace());
    }
    if (driver(target.getId()).equals(driver(spec.getTarget().getId()))) {
      ValueMap.Builder parameters = target.getParameters().toBuilder();
      for (ValueMap.Entry entry : spec.getTarget().getParameters().getEntriesList()) {
        boolean kept = swap.getTarget().getParameters().getEntriesCount() == 0;
        if (kept || entry.getKey().startsWith(STORAGE)) {
          parameters.addEntries(entry);
        }
      }
      target.setParameters(parameters);
    }
    ComponentRef plain = target.build();
    Optional<HardwareDriver> found =
        leases.take(
            HardwareDriver.class,
            newest(plain.toBuilder().setId(driver(plain.getId())).build()),
            "swap.to",
            problems);
    Intervention exact =
        what.toBuilder()
            .setTarget(
                swap.toBuilder()
                    .setTarget(
                        found
                            .map(driver -> exact(swap.getTarget(), driver.descriptor()))
                            .orElse(plain)))
            .build();
    ExperimentSpec edited =
        spec.toBuilder()
            .setTarget(found.map(driver -> exact(plain, driver.descriptor())).orElse(plain))
            .build();
    return new Edited(edited, exact, List.of());
  }

  private static String driver(String target) {
    int colon = target.indexOf(':');
    return colon < 0 ? target : target.substring(0, colon);
  }

  private Edited models(ExperimentSpec spec, Intervention what) {
    ExperimentSpec.Builder edited = spec.toBuilder();
    Intervention.Builder exact = what.toBuilder();
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < what.getModels().getModelsCount(); i++) {
      PopulationModel each = what.getModels().getModels(i);
      int index = population(spec, each.getPopulation(), what.getPlace());
      if (index >= 0) {
        PopulationSpec changed =
            model(spec.getNetwork().getPopulations(index), each.getModel(), dropped);
        edited.getNetworkBuilder().setPopulations(index, changed);
        exact
            .getModelsBuilder()
            .getModelsBuilder(i)
            .getModelBuilder()
            .setVersionRange(changed.getModel().getVersionRange());
      }
    }
    for (int i = 0; i < what.getModels().getRulesCount(); i++) {
      ProjectionRules each = what.getModels().getRules(i);
      int index = projection(spec, each.getProjection(), what.getPlace());
      if (index >= 0) {
        List<LearningSpec> rules = each.getRulesList().stream().map(this::rule).toList();
        edited
            .getNetworkBuilder()
            .getProjectionsBuilder(index)
            .clearLearning()
            .addAllLearning(rules);
        exact.getModelsBuilder().getRulesBuilder(i).clearRules().addAllRules(rules);
      }
    }
    return new Edited(edited.build(), exact.build(), dropped);
  }

  /** The population with another model, and what of its own values that model knows. */
  private PopulationSpec model(
      PopulationSpec population, ComponentRef reference, List<String> dropped) {
    String field = population.getName() + ".model";
    Optional<NeuronModel> next = leases.take(NeuronModel.class, newest(reference), field, problems);
    Optional<NeuronModel> former =
        leases.take(NeuronModel.class, population.getModel(), field, problems);
    if (next.isEmpty() || former.isEmpty()) {
      return population;
    }
    NeuronEquations equations = next.get().equations();
    List<String> known = equations.parameters().stream().map(Parameter::name).toList();
    ValueMap.Builder values = reference.getParameters().toBuilder();
    List<String> given =
        reference.getParameters().getEntriesList().stream().map(ValueMap.Entry::getKey).toList();
    for (ValueMap.Entry entry : population.getModel().getParameters().getEntriesList()) {
      if (!known.contains(entry.getKey())) {
        dropped.add("the value of " + population.getName() + "." + entry.getKey());
      } else if (!given.contains(entry.getKey())) {
        values.addEntries(entry);
      }
    }
    List<String> old = names(former.get().equations());
    List<String> fresh = names(equations);
    ValueMap.Builder start = ValueMap.newBuilder();
    population.getStart().getEntriesList().stream()
        .filter(entry -> fresh.contains(entry.getKey()) || !old.contains(entry.getKey()))
        .forEach(start::addEntries);
    ComponentRef exact = exact(reference, next.get().descriptor());
    return population.toBuilder()
        .setModel(exact.toBuilder().setParameters(values))
        .setStart(start)
        .build();
  }

  private static List<String> names(NeuronEquations equations) {
    return equations.state().stream().map(Variable::name).toList();
  }

  private LearningSpec rule(LearningSpec rule) {
    Optional<LearningRule> found =
        leases.take(LearningRule.class, newest(rule.getRule()), "rule", problems);
    return found
        .map(each -> rule.toBuilder().setRule(exact(rule.getRule(), each.descriptor())).build())
        .orElse(rule);
  }

  /** A name without a version is that of the newest, whatever the run has used so far. */
  private static ComponentRef newest(ComponentRef reference) {
    return reference.getVersionRange().isEmpty() && reference.getInlineModel().isEmpty()
        ? reference.toBuilder().setVersionRange("0.0.0").build()
        : reference;
  }

  /** A reference to exactly what was found. */
  private static ComponentRef exact(ComponentRef reference, Descriptor found) {
    String version = found.version();
    return reference.getInlineModel().isEmpty()
        ? reference.toBuilder().setVersionRange("[" + version + "," + version + "]").build()
        : reference;
  }

  private Edited current(ExperimentSpec spec, Intervention what, long tick) {
    Stimulation stimulation = what.getStimulation();
    NeuronRange neurons = stimulation.getNeurons();
    int index = population(spec, neurons.getPopulation(), what.getPlace());
    if (spec.hasTask()) {
      problems.add(
          what.getPlace(),
          "stimulate.current",
          "a task drives its network itself; forced spikes are possible. Try spikes: 20.");
    }
    if (index < 0 || !problems.isEmpty()) {
      return new Edited(spec, what, List.of());
    }
    double dt = spec.getTime().getDt();
    long ticks = Math.max(1, Math.round(stimulation.getDuration() / dt));
    int size = spec.getNetwork().getPopulations(index).getSize();
    InputSpec input =
        InputSpec.newBuilder()
            .setName("stimulus")
            .setTarget(neurons.getPopulation())
            .setInto(stimulation.getInto())
            .setPlace(what.getPlace())
            .setCurrent(
                CurrentInput.newBuilder()
                    .setAmplitude(amplitude(stimulation.getCurrent(), neurons, size))
                    .setFrom(tick * dt)
                    .setUntil((tick + ticks) * dt))
            .build();
    ExperimentSpec.Builder edited = spec.toBuilder();
    edited.getNetworkBuilder().addInputs(input);
    return new Edited(edited.build(), what, List.of());
  }

  /** The amplitude for the neurons that are meant, and none for the others. */
  private Value amplitude(Value amplitude, NeuronRange neurons, int size) {
    int count = neurons.getCount() == 0 ? size - neurons.getFirst() : neurons.getCount();
    if (neurons.getFirst() == 0 && count == size) {
      return amplitude;
    }
    if (neurons.getFirst() < 0 || count < 1 || neurons.getFirst() + (long) count > size) {
      problems.add(
          amplitude.getPlace(),
          "stimulate",
          neurons.getPopulation() + " has " + size + " neurons. Try fewer.");
      return amplitude;
    }
    Value none = Value.newBuilder().setQuantity(Quantity.getDefaultInstance()).build();
    ValueList.Builder items = ValueList.newBuilder();
    IntStream.range(0, size)
        .forEach(
            i ->
                items.addItems(
                    i >= neurons.getFirst() && i < neurons.getFirst() + count ? amplitude : none));
    return Value.newBuilder().setList(items).setPlace(amplitude.getPlace()).build();
  }

  private int population(ExperimentSpec spec, String name, Place place) {
    List<String> names =
        spec.getNetwork().getPopulationsList().stream().map(PopulationSpec::getName).toList();
    if (!names.contains(name)) {
      problems.add(
          place, "", "there's no population '" + name + "'. " + Problems.advice(name, names));
    }
    return names.indexOf(name);
  }

  private int projection(ExperimentSpec spec, String name, Place place) {
    List<String> names =
        spec.getNetwork().getProjectionsList().stream().map(each -> each.getName()).toList();
    if (!names.contains(name)) {
      problems.add(
          place, "", "there's no projection '" + name + "'. " + Problems.advice(name, names));
    }
    return names.indexOf(name);
  }
}
