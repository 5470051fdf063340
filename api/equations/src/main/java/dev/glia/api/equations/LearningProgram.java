package dev.glia.api.equations;

import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Map;

/**
 * What the learning rules of one projection do, as straight-line code; several rules are joined,
 * their names prefixed with {@code rule.}.
 *
 * <p>A driver runs, in each tick: for every axon branch with an arriving event {@code onPre} over
 * its synapses; then for every target that has spiked at this instant {@code onPost} over its
 * synapses; with the integration of the populations {@code integratePre} for each branch, {@code
 * integratePost} for each target, {@code integrateSynapse} for each synapse; then {@code everyTick}
 * for each synapse. Assignments to PRE and POST variables in {@code onPre}/{@code onPost} don't
 * depend on the synapse and take effect once an event. In {@code onEvent} they depend on
 * parameters, neurons and modulators only, so it doesn't matter how often they're run.
 *
 * @param pre variables an axon branch (a source neuron's synapses of one delay)
 * @param post variables a target neuron
 * @param synapse variables a synapse, without {@code w}
 * @param modulators names with scope MODULATOR
 * @param onEvent statements by event name; {@link Function#SUM} may occur in them
 */
public record LearningProgram(
    List<Variable> pre,
    List<Variable> post,
    List<Variable> synapse,
    List<Parameter> parameters,
    List<Coefficients> coefficients,
    List<String> modulators,
    List<Statement> integratePre,
    List<Statement> integratePost,
    List<Statement> integrateSynapse,
    List<Statement> onPre,
    List<Statement> onPost,
    List<Statement> everyTick,
    Map<String, List<Statement>> onEvent) {
  public LearningProgram {
    pre = List.copyOf(pre);
    post = List.copyOf(post);
    synapse = List.copyOf(synapse);
    parameters = List.copyOf(parameters);
    coefficients = List.copyOf(coefficients);
    modulators = List.copyOf(modulators);
    integratePre = List.copyOf(integratePre);
    integratePost = List.copyOf(integratePost);
    integrateSynapse = List.copyOf(integrateSynapse);
    onPre = List.copyOf(onPre);
    onPost = List.copyOf(onPost);
    everyTick = List.copyOf(everyTick);
    onEvent = Map.copyOf(onEvent);
  }

  /**
   * A rule on a projection.
   *
   * @param name prefix of its variables and parameters, unique on the projection
   */
  public record Rule(String name, LearningEquations equations) {}

  /**
   * Joins the rules of a projection.
   *
   * @param rules in the order in which their statements run
   * @param weightUnit what {@code weight} stands for
   * @param source for {@code …_pre} names
   * @param target for {@code …_post} names
   * @throws EquationException if a unit doesn't fit, or a neuron lacks a variable
   */
  public static LearningProgram of(
      List<Rule> rules, Unit weightUnit, NeuronEquations source, NeuronEquations target) {
    return LearningAssembly.assemble(rules, weightUnit, source, target);
  }
}
