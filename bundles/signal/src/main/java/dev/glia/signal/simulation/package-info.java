/** A simulated brain whose truth is known: sources, sensors, blood oxygenation. */
@Export
@Version("1.0.0")
package dev.glia.signal.simulation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
