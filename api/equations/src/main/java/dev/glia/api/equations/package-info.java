/**
 * The equation language: text to a typed tree, the tree to straight-line programs.
 *
 * <p>Three kinds of text are read: {@link dev.glia.api.equations.NeuronEquations}, {@link
 * dev.glia.api.equations.SynapseEquations} and {@link dev.glia.api.equations.LearningEquations}. A
 * driver doesn't look at them: it asks for a {@link dev.glia.api.equations.PopulationProgram} (a
 * neuron model joined with the receptors that its incoming projections need) or a {@link
 * dev.glia.api.equations.LearningProgram}, in which differential equations have already been
 * replaced by the assignments of one tick. What a driver still has to do is arithmetic.
 *
 * <p><b>The notation.</b> Equations are lines; {@code #} begins a comment; a line goes on inside
 * parentheses.
 *
 * <pre>{@code
 * dv/dt = (v_rest - v + r_m*i_syn)/tau_m : mV (unless refractory)   a differential equation
 * m_inf = expit((v - v_half)/k) : 1                                  a name for an expression
 * i_syn : nA (input)                                                 what receptors and drives send
 * theta : mV                                                         a variable that only events change
 * }</pre>
 *
 * <p>The unit behind the colon is that of the name, not of its derivative. Statements are {@code x
 * = e}, {@code x += e}, {@code -=}, {@code *=}, {@code /=}, separated by semicolons or line ends.
 * Expressions have {@code + - * / ^} (a power groups from the right and binds tighter than a minus
 * before it), comparisons, {@code and or not}, {@code c ? a : b}, and the calls of {@link
 * dev.glia.api.equations.Function}. {@code 20 ms} and {@code -65mV} are numbers with a unit; a
 * unit's name on its own is one of it, unless the model declares the same name. A zero needs no
 * unit. {@code dt}, {@code t} (at the start of the tick) and {@code pi} are known everywhere;
 * {@code xi} and {@code xi_…} are white noise (s^-1/2) in differential equations of neurons, the
 * same name being the same noise. A random call in an equation keeps its value during a tick.
 *
 * <p><b>How a tick is solved.</b> Variables whose equations are linear in each other, with
 * coefficients over parameters, are stepped exactly, as {@code x + PHI*f(x)} with the rates {@code
 * f} as they're written and {@code PHI} the integral of the matrix exponential. What else depends
 * on them, or isn't linear, takes the {@link dev.glia.api.equations.Solver} that the model names.
 * Inputs through variables of receptors are part of the system; sums of continuous couplings stand
 * still during a tick.
 *
 * <p>All types are immutable and safe for use by any thread. Numbers are in SI base units.
 */
@Export
@Version("1.1.0")
package dev.glia.api.equations;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
