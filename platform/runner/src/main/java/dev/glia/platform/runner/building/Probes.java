package dev.glia.platform.runner.building;

import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.platform.runner.reading.Problems;
import dev.glia.v1.ProbeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns probes of the specification into those of the network and into what is kept of them. One
 * thread.
 *
 * <p>The network itself always has a spike probe for every population, first and in their order:
 * the run's checksum, answers and boosts come from them.
 */
final class Probes {
  /** Larger matrices of weights would fill memory and disk. */
  private static final long MOST_WEIGHTS = 64L << 20;

  private final Map<String, Population> populations;
  private final Map<String, Projection> projections;
  private final Clock clock;
  private final Problems problems;
  private final List<Probe> network = new ArrayList<>();
  private final Map<String, Integer> spikes = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, WeightProbe> weights = new LinkedHashMap<>();

  Probes(
      Map<String, Population> populations,
      Map<String, Projection> projections,
      Clock clock,
      Problems problems) {
    this.populations = populations;
    this.projections = projections;
    this.clock = clock;
    this.problems = problems;
    populations.values().forEach(p -> network.add(new Probe.Spikes(p.name(), p.size())));
  }

  void add(ProbeSpec spec, int index) {
    String field = "probes[" + index + "]";
    Projection projection = projections.get(spec.getOf());
    Population population = populations.get(spec.getOf());
    if (projection != null) {
      ofProjection(spec, projection, field);
    } else if (population != null) {
      ofPopulation(spec, population, field);
    }
  }

  private void ofProjection(ProbeSpec spec, Projection projection, String field) {
    if (!spec.getRecord().equals("weights")) {
      problems.add(
          spec.getPlace(),
          field + ".record",
          "'" + spec.getRecord() + "' can't be recorded of a projection. Try weights.");
      return;
    }
    long entries = (long) projection.connectivity().sources() * projection.connectivity().targets();
    if (entries > MOST_WEIGHTS) {
      problems.add(
          spec.getPlace(),
          field + ".record",
          "a matrix of " + entries + " weights is too large to keep. Try a smaller projection.");
      return;
    }
    long every = spec.getEvery() == 0 ? 0 : Math.max(1, clock.ticks(spec.getEvery(), field));
    weights.put(projection.name(), new WeightProbe(projection.name(), every));
  }

  private void ofPopulation(ProbeSpec spec, Population population, String field) {
    int neurons = spec.getFirst() == 0 ? population.size() : spec.getFirst();
    if (neurons > population.size()) {
      problems.add(
          spec.getPlace(),
          field + ".first",
          population.name()
              + " has only "
              + population.size()
              + " neurons. Try first: "
              + population.size()
              + ".");
      return;
    }
    switch (spec.getRecord()) {
      case "spikes" -> spikes.merge(population.name(), neurons, Math::max);
      case "counts" -> counts.merge(population.name(), neurons, Math::max);
      default -> trace(spec, population, neurons, field);
    }
  }

  private void trace(ProbeSpec spec, Population population, int neurons, String field) {
    List<String> names = population.program().state().stream().map(Variable::name).toList();
    int index = names.indexOf(spec.getRecord());
    if (index < 0) {
      List<String> known = new ArrayList<>(List.of("spikes", "counts"));
      known.addAll(names);
      problems.add(
          spec.getPlace(),
          field + ".record",
          "'"
              + spec.getRecord()
              + "' can't be recorded of "
              + population.name()
              + " ("
              + population.model()
              + "). "
              + Problems.advice(spec.getRecord(), known));
      return;
    }
    long every =
        spec.getEvery() == 0 ? 1 : Math.max(1, clock.ticks(spec.getEvery(), field + ".every"));
    Probe.Trace trace =
        new Probe.Trace(
            population.name(),
            spec.getRecord(),
            population.program().state().get(index).unit(),
            neurons,
            (int) Math.min(every, Integer.MAX_VALUE));
    boolean twice =
        network.stream()
            .anyMatch(
                p ->
                    p instanceof Probe.Trace t
                        && t.population().equals(trace.population())
                        && t.variable().equals(trace.variable()));
    if (twice) {
      problems.add(
          spec.getPlace(),
          field,
          population.name()
              + "."
              + spec.getRecord()
              + " is recorded by another probe too. Try"
              + " removing one.");
      return;
    }
    network.add(trace);
  }

  /** Probes of the network. */
  List<Probe> network() {
    return network;
  }

  /** What is kept. */
  Records records() {
    return new Records(spikes, counts, List.copyOf(weights.values()));
  }
}
