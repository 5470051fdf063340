package dev.glia.platform.runner.building;

import dev.glia.api.equations.Input;
import dev.glia.api.equations.Parameter;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.equations.Receptor;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.equations.Variable;
import dev.glia.api.synapse.SynapseModel;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.Place;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the receptor of a population that a synapse acts through, and makes it if there's none yet:
 * the same model, version, parameters and target share one. One thread.
 */
final class Receptors {
  private record Key(String population, String synapse, String into, Map<String, String> values) {}

  /** A receptor and what weights onto it are measured in. */
  record Found(Receptor receptor, Unit weightUnit, String synapse) {}

  private final Leases leases;
  private final Problems problems;
  private final Map<Key, Found> made = new HashMap<>();

  Receptors(Leases leases, Problems problems) {
    this.leases = leases;
    this.problems = problems;
  }

  /**
   * The receptor for a synapse.
   *
   * @param into what the user wants it to act on; empty to choose what fits
   * @param weight as the user wrote it: its unit helps to choose
   * @param field path of the projection or input
   */
  Optional<Found> find(
      PopulationDraft target,
      ComponentRef synapse,
      String into,
      Value weight,
      String field,
      Place place) {
    Optional<SynapseModel> model =
        leases.take(SynapseModel.class, synapse, field + ".synapse", problems);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    String asker = model.get().descriptor().reference();
    SynapseEquations equations = model.get().equations();
    String path = field + "." + synapse.getId();
    Map<String, ValueMap.Entry> given =
        GivenParameters.ofModel(asker, equations.parameters(), List.of())
            .in(synapse, path, problems);
    Optional<Candidate> chosen =
        choose(target, equations, asker, into, dimension(weight), field, place);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    Key key =
        new Key(target.name(), asker, chosen.get().into(), values(given, equations.parameters()));
    Found known = made.get(key);
    if (known == null) {
      String name = target.freeName(synapse.getId());
      Receptor receptor = new Receptor(name, equations, chosen.get().into());
      target.add(receptor);
      given.forEach(
          (parameter, entry) ->
              target.give(name + "." + parameter, entry, path + "." + parameter, asker));
      known = new Found(receptor, chosen.get().weightUnit(), asker);
      made.put(key, known);
    }
    return Optional.of(known);
  }

  /** Somewhere that a synapse can act on. */
  private record Candidate(String into, Unit weightUnit) {}

  private Optional<Candidate> choose(
      PopulationDraft target,
      SynapseEquations synapse,
      String asker,
      String into,
      Optional<Dimension> weight,
      String field,
      Place place) {
    List<String> names =
        synapse.actsOnState()
            ? target.neuron.state().stream().map(Variable::name).toList()
            : target.neuron.inputs().stream().map(Input::name).toList();
    String kind = synapse.actsOnState() ? "state variable" : "input";
    if (!into.isEmpty() && !names.contains(into)) {
      problems.add(
          place,
          field + ".into",
          target.model
              + " has no "
              + kind
              + " '"
              + into
              + "' that "
              + asker
              + " could act on. "
              + Problems.advice(into, names));
      return Optional.empty();
    }
    List<Candidate> possible = new ArrayList<>();
    for (String name : into.isEmpty() ? names : List.of(into)) {
      Receptor receptor = new Receptor("trial", synapse, name);
      target
          .trial(receptor)
          .ifPresent(program -> possible.add(new Candidate(name, weightUnit(program))));
    }
    if (possible.isEmpty()) {
      problems.add(
          place,
          field + ".synapse",
          asker
              + " doesn't fit "
              + target.model
              + (names.isEmpty()
                  ? ", which has no " + kind + "."
                  : ": the units of none of " + String.join(", ", names) + " match. Try another."));
      return Optional.empty();
    }
    return pick(target, possible, asker, weight, field, place);
  }

  private Optional<Candidate> pick(
      PopulationDraft target,
      List<Candidate> possible,
      String asker,
      Optional<Dimension> weight,
      String field,
      Place place) {
    List<Candidate> fitting =
        possible.stream()
            .filter(c -> weight.isEmpty() || weight.get().equals(c.weightUnit().dimension()))
            .toList();
    // Where no weight fits, the weight is what's wrong: it's said when the weight is read.
    List<Candidate> left = fitting.isEmpty() ? possible : fitting;
    Optional<String> spiking = target.neuron.spikingVariable();
    for (Candidate candidate : left) {
      if (left.size() == 1 || spiking.isPresent() && candidate.into().equals(spiking.get())) {
        return Optional.of(candidate);
      }
    }
    String names = String.join(", ", left.stream().map(Candidate::into).toList());
    problems.add(
        place,
        field + ".into",
        "is missing, "
            + asker
            + " could act on "
            + names
            + " of "
            + target.model
            + ". Try into: "
            + left.get(0).into()
            + ".");
    return Optional.empty();
  }

  private static Unit weightUnit(PopulationProgram program) {
    return program.arrivals().isEmpty()
        ? program.couplings().get(0).weightUnit()
        : program.arrivals().get(0).weightUnit();
  }

  /** What a weight has, if it's written in a way that shows it. */
  private static Optional<Dimension> dimension(Value weight) {
    return switch (weight.getKindCase()) {
      case QUANTITY ->
          weight.getQuantity().getValue() == 0 && weight.getQuantity().getUnit().isEmpty()
              ? Optional.empty()
              : Optional.of(Numbers.quantity(weight.getQuantity()).dimension());
      case LIST ->
          weight.getList().getItemsList().stream().findFirst().flatMap(Receptors::dimension);
      case MAP ->
          weight.getMap().getEntriesList().stream()
              .findFirst()
              .flatMap(entry -> dimension(entry.getValue()));
      default -> Optional.empty();
    };
  }

  /** The parameters as they will be, so that a default that is written out is still the default. */
  private static Map<String, String> values(
      Map<String, ValueMap.Entry> given, List<Parameter> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      ValueMap.Entry entry = given.get(parameter.name());
      values.put(
          parameter.name(),
          entry == null ? String.valueOf(parameter.defaultValue()) : text(entry.getValue()));
    }
    return values;
  }

  private static String text(Value value) {
    if (value.getKindCase() == Value.KindCase.QUANTITY) {
      return String.valueOf(value.getQuantity().getValue());
    }
    if (value.getKindCase() == Value.KindCase.TEXT) {
      try {
        return String.valueOf(Quantity.parse(value.getText()).value());
      } catch (UnitException e) {
        return value.getText();
      }
    }
    return value.toString();
  }
}
