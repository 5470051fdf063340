/** Synapse models: what a receptor of a target neuron does with the events that reach it. */
@Export
@Version("1.0.0")
package dev.glia.api.synapse;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
