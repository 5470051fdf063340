/**
 * Models written as YAML files: components without code.
 *
 * <p>A bundle keeps them under {@code OSGI-INF/glia/}; they may also stand inline in an experiment.
 * {@link dev.glia.api.modelfiles.ModelFile} reads one into a neuron model, synapse model or
 * learning rule whose equations have been checked; its page lists the keys.
 */
@Export
@Version("1.0.0")
package dev.glia.api.modelfiles;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
