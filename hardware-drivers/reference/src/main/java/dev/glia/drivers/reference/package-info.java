/**
 * The float64 interpreter. Drivers of hardware that holds synapses only, and leaves the neurons to
 * its host, run them in it: see {@link dev.glia.drivers.reference.HostedNetwork}.
 */
@Export
@Version("1.0.0")
package dev.glia.drivers.reference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
