/** Numbers that say how good predictions are. */
@Export
@Version("1.0.0")
package dev.glia.learners.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
