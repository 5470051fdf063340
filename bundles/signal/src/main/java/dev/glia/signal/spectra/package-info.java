/** Fourier transforms, spectra, tapers, wavelets, analytic signals. */
@Export
@Version("1.0.0")
package dev.glia.signal.spectra;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
