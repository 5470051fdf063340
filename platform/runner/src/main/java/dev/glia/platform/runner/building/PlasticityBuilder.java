package dev.glia.platform.runner.building;

import dev.glia.api.component.Fault;
import dev.glia.api.equations.EquationException;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.Parameter;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import dev.glia.api.units.Unit;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.platform.runner.reading.Quantities;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.ValueMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins the learning rules of projections, checks their values and binds third factors. */
final class PlasticityBuilder {
  private final Leases leases;
  private final Map<String, PopulationDraft> populations;
  private final Problems problems;

  PlasticityBuilder(Leases leases, Map<String, PopulationDraft> populations, Problems problems) {
    this.leases = leases;
    this.populations = populations;
    this.problems = problems;
  }

  /** What the rules of a projection make of it; absent if it has none, or one is wrong. */
  Optional<Projection.Plasticity> build(
      ProjectionSpec spec, Unit weightUnit, PopulationDraft source, PopulationDraft target) {
    if (spec.getLearningCount() == 0) {
      return Optional.empty();
    }
    List<LearningProgram.Rule> rules = new ArrayList<>();
    List<LearningRule> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String field = spec.getName() + ".learning";
    for (LearningSpec each : spec.getLearningList()) {
      Optional<LearningRule> model =
          leases.take(LearningRule.class, each.getRule(), field, problems);
      if (model.isEmpty()) {
        return Optional.empty();
      }
      String name = each.getRule().getId();
      for (int number = 2; !names.add(name); number++) {
        name = each.getRule().getId() + "-" + number;
      }
      models.add(model.get());
      rules.add(new LearningProgram.Rule(name, model.get().equations()));
    }
    try {
      LearningProgram program = LearningProgram.of(rules, weightUnit, source.neuron, target.neuron);
      return plasticity(spec, rules, models, program);
    } catch (EquationException e) {
      problems.add(spec.getLearning(0).getRule().getPlace(), field, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Projection.Plasticity> plasticity(
      ProjectionSpec spec,
      List<LearningProgram.Rule> rules,
      List<LearningRule> models,
      LearningProgram program) {
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Projection.Modulator> modulators = new LinkedHashMap<>();
    int before = problems.size();
    for (int i = 0; i < rules.size(); i++) {
      LearningSpec given = spec.getLearning(i);
      String asker = models.get(i).descriptor().reference();
      String field = spec.getName() + "." + given.getRule().getId();
      LearningEquations equations = rules.get(i).equations();
      Map<String, ValueMap.Entry> entries =
          GivenParameters.ofModel(asker, equations.parameters(), List.of("modulators"))
              .in(given.getRule(), field, problems);
      for (Parameter own : equations.parameters()) {
        Parameter joined = joined(program, rules.get(i).name(), own.name());
        value(joined, entries.get(own.name()), given, asker, field + "." + own.name())
            .ifPresent(value -> values.put(joined.name(), value));
      }
      bind(program, rules.get(i), given, asker, field, modulators);
    }
    if (problems.size() == before) {
      checkRelated(spec, program, values);
    }
    return Optional.of(new Projection.Plasticity(program, values, modulators));
  }

  private void checkRelated(
      ProjectionSpec spec, LearningProgram program, Map<String, Double> values) {
    Map<String, Values> shared = new LinkedHashMap<>();
    values.forEach((name, value) -> shared.put(name, Values.shared(value)));
    RelatedBounds bounds = new RelatedBounds(shared);
    for (Parameter parameter : program.parameters()) {
      bounds
          .problem(parameter, "the rule")
          .ifPresent(
              message ->
                  problems.add(
                      spec.getLearning(0).getRule().getPlace(),
                      spec.getName() + "." + parameter.name(),
                      message));
    }
  }

  /** The parameter under the name, and with the unit, that it has in the joined program. */
  private static Parameter joined(LearningProgram program, String rule, String name) {
    for (String each : List.of(rule + "." + name, name)) {
      for (Parameter parameter : program.parameters()) {
        if (parameter.name().equals(each)) {
          return parameter;
        }
      }
    }
    throw new Fault(Fault.Kind.INTERNAL, "the joined rules lack " + rule + "." + name);
  }

  private Optional<Double> value(
      Parameter parameter, ValueMap.Entry entry, LearningSpec given, String asker, String field) {
    if (entry == null) {
      if (parameter.isRequired()) {
        problems.add(
            given.getRule().getPlace(),
            field,
            "is missing, "
                + asker
                + " wants "
                + Quantities.wanted(parameter.unit(), parameter.range())
                + ".");
      }
      return Optional.of(parameter.defaultValue());
    }
    return new Numbers(
            asker, parameter.unit(), parameter.range(), parameter.defaultValue(), field, problems)
        .number(entry.getValue(), entry.getPlace());
  }

  private void bind(
      LearningProgram program,
      LearningProgram.Rule rule,
      LearningSpec given,
      String asker,
      String field,
      Map<String, Projection.Modulator> modulators) {
    List<String> wanted = rule.equations().modulators();
    for (String name : given.getModulatorsMap().keySet()) {
      if (!wanted.contains(name)) {
        problems.add(
            given.getRule().getPlace(),
            field + ".modulators." + name,
            "unknown modulator of " + asker + ". " + Problems.advice(name, wanted));
      }
    }
    for (String name : wanted) {
      String path = field + ".modulators." + name;
      String text = given.getModulatorsOrDefault(name, "");
      modulator(text, path, given, asker)
          .ifPresent(
              modulator -> {
                String joined = rule.name() + "." + name;
                boolean prefixed = program.modulators().contains(joined);
                modulators.put(prefixed ? joined : name, modulator);
              });
    }
  }

  private Optional<Projection.Modulator> modulator(
      String text, String field, LearningSpec given, String asker) {
    int dot = text.indexOf('.');
    PopulationDraft population = dot < 0 ? null : populations.get(text.substring(0, dot));
    if (population == null) {
      problems.add(
          given.getRule().getPlace(),
          field,
          text.isEmpty()
              ? "is missing, " + asker + " needs a third factor. Try population.variable."
              : "'" + text + "' isn't a variable of a population. Try population.variable.");
      return Optional.empty();
    }
    String variable = text.substring(dot + 1);
    List<String> names = population.neuron.state().stream().map(v -> v.name()).toList();
    if (!names.contains(variable)) {
      problems.add(
          given.getRule().getPlace(),
          field,
          population.model
              + " has no variable '"
              + variable
              + "'. "
              + Problems.advice(variable, names));
      return Optional.empty();
    }
    return Optional.of(new Projection.Modulator(population.name(), variable));
  }
}
