/** Contrastive learning: projections that bring together what belongs together. */
@Export
@Version("1.0.0")
package dev.glia.learners.contrastive;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
