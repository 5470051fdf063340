/**
 * Recordings of continuous signals (EEG, MEG, field potentials, parcel time courses): what readers
 * of file formats give, and what views draw.
 */
@Export
@Version("1.0.0")
package dev.glia.api.signal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
