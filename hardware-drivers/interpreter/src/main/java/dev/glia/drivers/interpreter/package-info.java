/**
 * Networks interpreted in float64: what the reference driver is, and what drivers use of hardware
 * that holds synapses only, and leaves the neurons to its host.
 */
@Export
@Version("1.0.0")
package dev.glia.drivers.interpreter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
