/** Measures of signals: synchrony, coupling, scaling, avalanches, entropy, aperiodic spectra. */
@Export
@Version("1.0.0")
package dev.glia.signal.measures;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
