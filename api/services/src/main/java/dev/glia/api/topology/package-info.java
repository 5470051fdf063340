/** Topologies: which neuron of one population is connected to which of another. */
@Export
@Version("1.1.0")
package dev.glia.api.topology;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
