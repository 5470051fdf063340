/** Recordings in memory, units, electrode positions. */
@Export
@Version("1.0.0")
package dev.glia.signal.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
