package dev.glia.api.equations;

import dev.glia.api.units.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What one tick does to one neuron: straight-line code over its state, with differential equations
 * already replaced by assignments.
 *
 * <p>A driver runs the lists in this order, between fixed points of the tick (see the device
 * package): {@code deliver} after it has summed the arriving weights into the {@link Arrival}
 * accumulators; then the sums of the {@link Coupling}s are taken from the delivered state, {@code
 * integrate}; then {@code spike} is evaluated in neurons that aren't refractory, and in those where
 * it's true the spike is emitted, {@code reset} runs and the refractory count starts.
 *
 * <p>In {@code deliver} and {@code integrate}, assignments marked {@code unlessRefractory} are left
 * out in neurons that are refractory; the name {@code refractory} ({@link Scope#REFRACTORY}) tells
 * them apart in expressions. A reset before the next tick has been moved to the beginning of {@code
 * deliver}, with a variable {@code reset.due} that is part of the state. All values in {@code
 * integrate} are named before the first assignment.
 *
 * <p>A neuron is refractory for {@code round(refractory/dt)} ticks after the tick of its spike.
 *
 * @param state all variables: the neuron's by their names, receptors' as {@code receptor.name}
 * @param parameters all parameters, with drives' and receptors' as {@code name.parameter}
 * @param coefficients derived from parameters
 * @param arrivals accumulators for spike-driven receptors
 * @param couplings accumulators for continuous receptors
 * @param spike absent in populations that never emit by themselves
 * @param refractory seconds, over parameters and state; absent if the neuron has none
 */
public record PopulationProgram(
    List<Variable> state,
    List<Parameter> parameters,
    List<Coefficients> coefficients,
    List<Arrival> arrivals,
    List<Coupling> couplings,
    List<Statement> deliver,
    List<Statement> integrate,
    Optional<Expr> spike,
    List<Statement> reset,
    Optional<Expr> refractory) {
  public PopulationProgram {
    state = List.copyOf(state);
    parameters = List.copyOf(parameters);
    coefficients = List.copyOf(coefficients);
    arrivals = List.copyOf(arrivals);
    couplings = List.copyOf(couplings);
    deliver = List.copyOf(deliver);
    integrate = List.copyOf(integrate);
    reset = List.copyOf(reset);
  }

  /**
   * Sum of the weights that reached a receptor in this tick.
   *
   * @param name under which expressions read it, with scope ARRIVED
   * @param weightUnit what the weights of projections onto it are printed in
   */
  public record Arrival(String name, String receptor, Unit weightUnit) {}

  /**
   * Sum of a term over the synapses of all continuous projections onto a receptor.
   *
   * @param name under which expressions read it, with scope COUPLED
   * @param term over {@code w} (SYNAPSE), PRE_NEURON, POST_NEURON and PARAMETER names; the latter
   *     are the receptor's, as in {@link #parameters}
   */
  public record Coupling(String name, String receptor, Unit weightUnit, Expr term) {}

  /**
   * Joins a neuron model with the receptors and drives of one population and solves the whole:
   * whatever is linear with constant coefficients, across neuron and receptors, exactly; the rest
   * by the model's method, or exponential Euler where only a receptor made it non-linear.
   *
   * @throws EquationException if a unit of a receptor doesn't fit its target
   */
  public static PopulationProgram of(
      NeuronEquations neuron, List<Receptor> receptors, List<Drive> drives) {
    return PopulationAssembly.assemble(neuron, receptors, drives);
  }
}
