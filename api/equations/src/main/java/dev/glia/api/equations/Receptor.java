package dev.glia.api.equations;

import java.util.List;

/**
 * Where events reach a population: a synapse model joined to the target's equations. Projections
 * with the same model, the same parameters and the same input share one.
 *
 * <p>In the joined program its variables and parameters are called {@code name.variable} and {@code
 * name.parameter}.
 *
 * @param name unique in its population; a letter, then letters, digits, {@code _} or {@code -}
 * @param into the input, or for models that act on state the state variable, of the target
 * @param sources models of the populations that project here, for {@code …_pre} names in continuous
 *     models; if none is given, those have the units that the target's variables have
 */
public record Receptor(
    String name, SynapseEquations synapse, String into, List<NeuronEquations> sources) {
  public Receptor {
    sources = List.copyOf(sources);
  }

  /** A receptor that needs to know nothing about its sources. */
  public Receptor(String name, SynapseEquations synapse, String into) {
    this(name, synapse, into, List.of());
  }
}
