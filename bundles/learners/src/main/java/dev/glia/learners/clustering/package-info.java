/** Groups found in data without labels. */
@Export
@Version("1.0.0")
package dev.glia.learners.clustering;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
