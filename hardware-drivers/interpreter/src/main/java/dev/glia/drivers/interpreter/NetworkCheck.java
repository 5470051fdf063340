package dev.glia.drivers.interpreter;

import dev.glia.api.device.Fit;
import dev.glia.api.equations.PopulationProgram;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.api.network.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the parts of a network fit together; the interpreter itself has no limits. */
final class NetworkCheck {
  private final Network network;
  private final List<Fit.Finding> problems = new ArrayList<>();
  private final List<Fit.Finding> notes = new ArrayList<>();

  private NetworkCheck(Network network) {
    this.network = network;
  }

  static Fit of(Network network) {
    NetworkCheck check = new NetworkCheck(network);
    network.populations().forEach(check::population);
    network.projections().forEach(check::projection);
    network.probes().forEach(check::probe);
    return new Fit(check.problems, check.notes);
  }

  private void population(Population population) {
    String where = "population " + population.name();
    PopulationProgram program = population.program();
    program
        .parameters()
        .forEach(
            parameter -> {
              Values given = population.parameters().get(parameter.name());
              if (given == null && parameter.isRequired()) {
                problem(where, "parameter '" + parameter.name() + "' needs a value");
              }
            });
    lengths(where, population.size(), population.parameters());
    lengths(where, population.size(), population.start());
    for (String variable : population.start().keySet()) {
      if (program.state().stream().noneMatch(v -> v.name().equals(variable))) {
        problem(where, "a start value is given for '" + variable + "', which isn't a variable");
      }
    }
  }

  private void lengths(String where, int size, Map<String, Values> values) {
    values.forEach(
        (name, given) -> {
          if (!given.isShared() && given.length() != size) {
            problem(where, name + " has " + given.length() + " values for " + size + " neurons");
          }
        });
  }

  private void projection(Projection projection) {
    String where = "projection " + projection.name();
    Optional<Population> source = find(projection.source());
    Optional<Population> target = find(projection.target());
    if (source.isEmpty() || target.isEmpty()) {
      String missing = source.isEmpty() ? projection.source() : projection.target();
      problem(where, "there's no population '" + missing + "'");
      return;
    }
    if (projection.connectivity().sources() != source.get().size()
        || projection.connectivity().targets() != target.get().size()) {
      problem(where, "its connectivity is of other sizes than the populations");
    }
    PopulationProgram program = target.get().program();
    boolean spiking =
        program.arrivals().stream().anyMatch(a -> a.receptor().equals(projection.receptor()));
    boolean continuous =
        program.couplings().stream().anyMatch(c -> c.receptor().equals(projection.receptor()));
    if (!spiking && !continuous) {
      problem(where, "its target has no receptor '" + projection.receptor() + "'");
    }
    if (continuous && !projection.delay().equals(new Law.Constant(0))) {
      notes.add(new Fit.Finding(where, "continuous coupling acts without a delay"));
    }
    projection.learning().ifPresent(learning -> learning(where, learning));
  }

  private void learning(String where, Projection.Plasticity learning) {
    for (String name : learning.program().modulators()) {
      Projection.Modulator modulator = learning.modulators().get(name);
      if (modulator == null) {
        problem(where, "modulator '" + name + "' isn't bound to a population's variable");
      } else if (!hasVariable(modulator.population(), modulator.variable())) {
        problem(
            where,
            "modulator '%s' reads %s.%s, which doesn't exist"
                .formatted(name, modulator.population(), modulator.variable()));
      }
    }
  }

  private void probe(Probe probe) {
    String where = "population " + probe.population();
    Optional<Population> population = find(probe.population());
    if (population.isEmpty()) {
      problem(where, "it's probed but isn't there");
      return;
    }
    if (probe.neurons() < 0 || probe.neurons() > population.get().size()) {
      problem(
          where,
          "a probe wants %d of its %d neurons".formatted(probe.neurons(), population.get().size()));
    }
    if (probe instanceof Probe.Trace trace) {
      if (!hasVariable(trace.population(), trace.variable())) {
        problem(where, "a probe wants its variable '" + trace.variable() + "', which isn't there");
      }
      if (trace.everyTicks() < 1) {
        problem(where, "a probe samples every " + trace.everyTicks() + " ticks");
      }
    }
  }

  private boolean hasVariable(String population, String variable) {
    return find(population).stream()
        .flatMap(p -> p.program().state().stream())
        .anyMatch(v -> v.name().equals(variable));
  }

  private Optional<Population> find(String name) {
    return network.populations().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private void problem(String where, String what) {
    problems.add(new Fit.Finding(where, what));
  }
}
