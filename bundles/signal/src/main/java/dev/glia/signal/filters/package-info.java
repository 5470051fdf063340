/** Filters without phase, and other sampling rates. */
@Export
@Version("1.0.0")
package dev.glia.signal.filters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
