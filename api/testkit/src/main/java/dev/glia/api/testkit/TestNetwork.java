package dev.glia.api.testkit;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.api.units.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds a small network in a few lines, without the platform:
 *
 * <pre>{@code
 * Network network =
 *     TestNetwork.with("0.1 ms")
 *         .population("in", 3, TestNetwork.relay())
 *         .population("cells", 3, lif, p -> p.set("tau_m", "10 ms"))
 *         .project("in", "cells", p -> p.through(exponential, "i_syn").weight("1 nA"))
 *         .probeSpikes("cells")
 *         .build();
 * }</pre>
 *
 * Quantities are text with a unit, checked by dimension, or numbers in SI base units.
 */
public final class TestNetwork {
  private final double dt;
  private long seed = 1;
  private final Map<String, TestPopulation> populations = new LinkedHashMap<>();
  private final List<TestProjection> projections = new ArrayList<>();
  private final List<Consumer<List<Probe>>> probes = new ArrayList<>();

  private TestNetwork(double dt) {
    this.dt = dt;
  }

  /** Starts an empty network with this length of a tick. */
  public static TestNetwork with(String dt) {
    return new TestNetwork(Quantity.parse(dt).value());
  }

  /** A model without state or threshold: it emits what is forced on it, and nothing else. */
  public static NeuronEquations relay() {
    return NeuronEquations.of("").build();
  }

  /** The seed of all random numbers; 1 if it isn't given. */
  public TestNetwork seed(long value) {
    seed = value;
    return this;
  }

  public TestNetwork population(String name, int size, NeuronEquations model) {
    return population(name, size, model, p -> {});
  }

  /** Adds a population, with parameters, start values, receptors and drives. */
  public TestNetwork population(
      String name, int size, NeuronEquations model, Consumer<TestPopulation> details) {
    TestPopulation population = new TestPopulation(name, size, model);
    details.accept(population);
    if (populations.putIfAbsent(name, population) != null) {
      throw new IllegalArgumentException("there are two populations '" + name + "'");
    }
    return this;
  }

  /** Adds a projection; it's called {@code source->target} unless it's given a name. */
  public TestNetwork project(String source, String target, Consumer<TestProjection> details) {
    TestProjection projection =
        new TestProjection(populationNamed(source), populationNamed(target));
    details.accept(projection);
    projection.registerReceptor();
    projections.add(projection);
    return this;
  }

  /** Records every spike of a population. */
  public TestNetwork probeSpikes(String population) {
    int size = populationNamed(population).size();
    probes.add(list -> list.add(new Probe.Spikes(population, size)));
    return this;
  }

  /** Counts the spikes of a population's neurons. */
  public TestNetwork probeCounts(String population) {
    int size = populationNamed(population).size();
    probes.add(list -> list.add(new Probe.Counts(population, size)));
    return this;
  }

  /** Records a state variable of all neurons at every tick. */
  public TestNetwork probe(String population, String variable) {
    return probe(population, variable, populationNamed(population).size(), 1);
  }

  /** Records a state variable of the first neurons at every so many ticks. */
  public TestNetwork probe(String population, String variable, int neurons, int everyTicks) {
    TestPopulation of = populationNamed(population);
    probes.add(
        list ->
            list.add(
                new Probe.Trace(population, variable, of.unitOf(variable), neurons, everyTicks)));
    return this;
  }

  private TestPopulation populationNamed(String name) {
    TestPopulation population = populations.get(name);
    if (population == null) {
      throw new IllegalArgumentException(
          "there's no population '" + name + "' yet, only " + populations.keySet());
    }
    return population;
  }

  /**
   * Puts everything together.
   *
   * @throws IllegalArgumentException naming the parameter, variable or unit that doesn't fit
   * @throws dev.glia.api.equations.EquationException if receptors or rules don't fit their neurons
   */
  public Network build() {
    List<Population> built = new ArrayList<>();
    populations.values().forEach(p -> built.add(p.build()));
    List<Projection> wired = new ArrayList<>();
    projections.forEach(p -> wired.add(p.build()));
    List<Probe> probed = new ArrayList<>();
    probes.forEach(p -> p.accept(probed));
    return new Network(dt, seed, built, wired, probed);
  }
}
