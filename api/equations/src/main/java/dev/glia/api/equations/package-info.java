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
 * <p>All types are immutable and safe for use by any thread. Numbers are in SI base units.
 */
@Export
@Version("1.0.0")
package dev.glia.api.equations;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
