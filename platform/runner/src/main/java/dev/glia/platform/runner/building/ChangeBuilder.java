package dev.glia.platform.runner.building;

import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.Range;
import dev.glia.api.equations.Variable;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.random.Streams;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.Intervention;
import dev.glia.v1.Lesion;
import dev.glia.v1.NeuronRange;
import dev.glia.v1.Place;
import dev.glia.v1.Stimulation;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks interventions that a deployed network takes as it is. One network, one thread. */
public final class ChangeBuilder {
  /** More forced spikes than this aren't a stimulus. */
  private static final long MOST_SPIKES = 1_000_000;

  private final Network network;
  private final Problems problems;

  public ChangeBuilder(Network network, Problems problems) {
    this.network = network;
    this.problems = problems;
  }

  /** Whether an intervention needs another deployment, and so isn't one for this class. */
  public static boolean rebuilds(Intervention what) {
    return switch (what.getKindCase()) {
      case TARGET, MODELS -> true;
      case STIMULATION -> what.getStimulation().hasCurrent();
      default -> false;
    };
  }

  /**
   * The change; absent, and noted, if the network can't take it.
   *
   * @param tick of the network at which it happens: its random numbers are of that tick
   */
  public Optional<Change> build(Intervention what, long tick) {
    int before = problems.size();
    Change change =
        switch (what.getKindCase()) {
          case SET -> assignments(what.getSet().getValues(), tick);
          case STIMULATION -> spikes(what.getStimulation(), what.getPlace());
          case LESION -> silence(what.getLesion(), what.getPlace());
          default -> throw new IllegalArgumentException("no change: " + what.getKindCase());
        };
    return problems.size() == before ? Optional.of(change) : Optional.empty();
  }

  private Change assignments(ValueMap values, long tick) {
    List<Change.Assignment> all = new ArrayList<>();
    for (ValueMap.Entry entry : values.getEntriesList()) {
      assignment(entry, tick).ifPresent(all::add);
    }
    checkRelated(all, values);
    return new Change.Assignments(all);
  }

  private Optional<Change.Assignment> assignment(ValueMap.Entry entry, long tick) {
    String key = entry.getKey();
    int dot = key.indexOf('.');
    String word = dot < 0 ? key : key.substring(0, dot);
    int index = index(word);
    if (dot < 0 || index < 0) {
      problems.add(
          entry.getPlace(),
          key,
          "isn't population.parameter of this network. " + Problems.advice(word, populations()));
      return Optional.empty();
    }
    Population population = network.populations().get(index);
    String name = key.substring(dot + 1);
    List<String> known = new ArrayList<>();
    for (Parameter parameter : population.program().parameters()) {
      if (parameter.name().equals(name)) {
        Numbers numbers =
            new Numbers(
                population.model(),
                parameter.unit(),
                parameter.range(),
                parameter.defaultValue(),
                key,
                problems);
        return values(numbers, entry, population, tick)
            .map(each -> new Change.Assignment(population.name(), name, false, each));
      }
      known.add(parameter.name());
    }
    for (Variable variable : population.program().state()) {
      if (variable.name().equals(name)) {
        Numbers numbers =
            new Numbers(population.model(), variable.unit(), Range.ANY, Double.NaN, key, problems);
        return values(numbers, entry, population, tick)
            .map(each -> new Change.Assignment(population.name(), name, true, each));
      }
      known.add(variable.name());
    }
    problems.add(
        entry.getPlace(),
        key,
        "unknown parameter or variable of "
            + population.model()
            + ". "
            + Problems.advice(name, known));
    return Optional.empty();
  }

  private Optional<double[]> values(
      Numbers numbers, ValueMap.Entry entry, Population population, long tick) {
    String stream = "intervention/" + tick + "/" + entry.getKey();
    return numbers.each(
        entry.getValue(), population.size(), Streams.key(network.seed(), stream), entry.getPlace());
  }

  /** Parameters that bound each other, as a reset below its threshold. */
  private void checkRelated(List<Change.Assignment> all, ValueMap given) {
    for (Population population : network.populations()) {
      Map<String, Values> values = new HashMap<>(population.parameters());
      boolean changed = false;
      for (Change.Assignment each : all) {
        if (each.population().equals(population.name()) && !each.isVariable()) {
          values.put(each.name(), Values.each(each.values()));
          changed = true;
        }
      }
      if (changed) {
        Place place = given.getEntries(0).getPlace();
        for (Parameter parameter : population.program().parameters()) {
          new RelatedBounds(values)
              .problem(parameter, population.model())
              .ifPresent(
                  message ->
                      problems.add(place, population.name() + "." + parameter.name(), message));
        }
      }
    }
  }

  private Change spikes(Stimulation what, Place place) {
    String field = "stimulate";
    Change.Neurons neurons = neurons(what.getNeurons(), field, place);
    double ticks = Math.rint(what.getDuration() / network.dt());
    if (!(ticks >= 1 && ticks <= Integer.MAX_VALUE)) {
      problems.add(place, field + ".for", "isn't a time of at least one tick. Try 10 ms.");
      ticks = 1;
    }
    double probability = what.getRate() * network.dt();
    boolean possible = what.hasRate() ? probability > 0 && probability <= 1 : what.getSpikes() > 0;
    if (!possible) {
      problems.add(
          place,
          field,
          what.hasRate()
              ? "a rate is more than 0 and at most one spike a tick. Try 200 Hz."
              : "wants a number of spikes, a rate or a current. Try spikes: 20.");
    }
    double expected = what.hasRate() ? probability * ticks * neurons.count() : what.getSpikes();
    if (expected > MOST_SPIKES) {
      problems.add(place, field, "more than a million spikes. Try fewer, or a shorter time.");
    }
    return new Change.Spikes(neurons, (int) ticks, what.getSpikes(), probability);
  }

  private Change silence(Lesion what, Place place) {
    List<Change.Neurons> neurons = new ArrayList<>();
    List<String> names = network.projections().stream().map(Projection::name).toList();
    List<String> projections = new ArrayList<>(what.getProjectionsList());
    for (NeuronRange range : what.getNeuronsList()) {
      String name = range.getPopulation();
      if (index(name) < 0 && names.contains(name) && range.getCount() == 0) {
        projections.add(name); // it has a name of its own
      } else {
        neurons.add(neurons(range, "lesion", place));
      }
    }
    for (String projection : projections) {
      if (!names.contains(projection)) {
        List<String> known = new ArrayList<>(names);
        known.addAll(populations());
        problems.add(
            place,
            "lesion",
            "there's no projection or population '"
                + projection
                + "'. "
                + Problems.advice(projection, known));
      }
    }
    if (neurons.isEmpty() && projections.isEmpty()) {
      problems.add(place, "lesion", "names nothing. Try cells[0..9], or a projection.");
    }
    return new Change.Silence(neurons, projections);
  }

  private Change.Neurons neurons(NeuronRange range, String field, Place place) {
    int index = index(range.getPopulation());
    if (index < 0) {
      problems.add(
          place,
          field,
          "there's no population '"
              + range.getPopulation()
              + "'. "
              + Problems.advice(range.getPopulation(), populations()));
      return new Change.Neurons(0, 0, 1);
    }
    int size = network.populations().get(index).size();
    int count = range.getCount() == 0 ? size - range.getFirst() : range.getCount();
    if (range.getFirst() < 0 || count < 1 || range.getFirst() + (long) count > size) {
      problems.add(
          place,
          field,
          range.getPopulation()
              + " has "
              + size
              + " neurons. Try "
              + range.getPopulation()
              + "[0.."
              + (size - 1)
              + "].");
      return new Change.Neurons(index, 0, 1);
    }
    return new Change.Neurons(index, range.getFirst(), count);
  }

  private int index(String population) {
    return populations().indexOf(population);
  }

  private List<String> populations() {
    return network.populations().stream().map(Population::name).toList();
  }
}
