package dev.glia.platform.runner.building;

import dev.glia.api.equations.Drive;
import dev.glia.api.equations.Input;
import dev.glia.api.equations.Range;
import dev.glia.api.random.Streams;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.CurrentInput;
import dev.glia.v1.InputSpec;
import dev.glia.v1.PoissonInput;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns inputs into drives of their populations and changes of their parameters. One thread. */
final class Inputs {
  private final Receptors receptors;
  private final Clock clock;
  private final long seed;
  private final Problems problems;
  private final List<Timeline.Change> changes = new ArrayList<>();

  Inputs(Receptors receptors, Clock clock, long seed, Problems problems) {
    this.receptors = receptors;
    this.clock = clock;
    this.seed = seed;
    this.problems = problems;
  }

  Timeline timeline() {
    return new Timeline(changes);
  }

  void add(InputSpec input, int index, PopulationDraft target) {
    String field = "inputs[" + index + "]";
    if (input.hasPoisson()) {
      poisson(input, target, field);
    } else if (input.hasCurrent()) {
      current(input, target, field);
    }
  }

  private void poisson(InputSpec input, PopulationDraft target, String field) {
    PoissonInput poisson = input.getPoisson();
    Optional<Receptors.Found> receptor =
        receptors.find(
            target,
            poisson.getSynapse(),
            input.getInto(),
            poisson.getWeight(),
            field,
            input.getPlace());
    if (receptor.isEmpty()) {
      return;
    }
    String name = target.freeName(input.getName().isEmpty() ? "poisson" : input.getName());
    target.add(new Drive.Poisson(name, receptor.get().receptor().name()));
    give(target, name + ".rate", poisson.getRate(), field + ".poisson.rate", "a Poisson input");
    give(
        target,
        name + ".weight",
        poisson.getWeight(),
        field + ".poisson.weight",
        receptor.get().synapse());
  }

  private static void give(
      PopulationDraft target, String parameter, Value value, String field, String asker) {
    ValueMap.Entry entry =
        ValueMap.Entry.newBuilder()
            .setKey(parameter)
            .setValue(value)
            .setPlace(value.getPlace())
            .build();
    target.give(parameter, entry, field, asker);
  }

  private void current(InputSpec input, PopulationDraft target, String field) {
    CurrentInput current = input.getCurrent();
    Optional<Input> into = into(input, target, field);
    if (into.isEmpty()) {
      return;
    }
    String name = target.freeName(input.getName().isEmpty() ? "current" : input.getName());
    target.add(new Drive.Current(name, into.get().name()));
    String parameter = name + ".amplitude";
    long from = clock.ticks(current.getFrom(), field + ".from");
    long until = current.getUntil() == 0 ? -1 : clock.ticks(current.getUntil(), field + ".until");
    if (from == 0) {
      give(target, parameter, current.getAmplitude(), field + ".current", target.model);
    } else {
      target.fix(parameter, 0);
      amplitudes(current.getAmplitude(), into.get().unit(), target, parameter, field)
          .ifPresent(a -> changes.add(new Timeline.Change(from, target.name(), parameter, a)));
    }
    if (until >= 0) {
      changes.add(new Timeline.Change(until, target.name(), parameter, new double[] {0}));
    }
  }

  /** One amplitude, or one a neuron; drawn as the population draws its own parameters. */
  private Optional<double[]> amplitudes(
      Value value, Unit unit, PopulationDraft target, String parameter, String field) {
    Numbers numbers =
        new Numbers(target.model, unit, Range.ANY, Double.NaN, field + ".current", problems);
    long key = Streams.key(seed, "population/" + target.name() + "/parameter/" + parameter);
    return numbers.each(value, target.spec.getSize(), key, value.getPlace());
  }

  private Optional<Input> into(InputSpec spec, PopulationDraft target, String field) {
    List<Input> inputs = target.neuron.inputs();
    List<String> names = inputs.stream().map(Input::name).toList();
    if (!spec.getInto().isEmpty()) {
      if (!names.contains(spec.getInto())) {
        problems.add(
            spec.getPlace(),
            field + ".into",
            target.model
                + " has no input '"
                + spec.getInto()
                + "'. "
                + Problems.advice(spec.getInto(), names));
        return Optional.empty();
      }
      return Optional.of(inputs.get(names.indexOf(spec.getInto())));
    }
    Value amplitude = spec.getCurrent().getAmplitude();
    Optional<Dimension> dimension =
        amplitude.getKindCase() == Value.KindCase.QUANTITY
            ? Optional.of(Numbers.quantity(amplitude.getQuantity()).dimension())
            : Optional.empty();
    List<Input> fitting =
        inputs.stream()
            .filter(i -> dimension.isEmpty() || i.unit().dimension().equals(dimension.get()))
            .toList();
    List<Input> left = fitting.isEmpty() ? inputs : fitting;
    if (left.size() == 1) {
      return Optional.of(left.get(0));
    }
    problems.add(
        spec.getPlace(),
        field + ".into",
        left.isEmpty()
            ? target.model + " has no input."
            : "is missing, "
                + target.model
                + " has the inputs "
                + String.join(", ", left.stream().map(Input::name).toList())
                + ". Try into: "
                + left.get(0).name()
                + ".");
    return Optional.empty();
  }
}
