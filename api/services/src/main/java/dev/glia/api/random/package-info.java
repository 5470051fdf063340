/** The counter-based random generator that every random number of a run comes from. */
@Export
@Version("1.1.0")
package dev.glia.api.random;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
