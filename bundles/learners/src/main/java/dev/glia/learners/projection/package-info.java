/**
 * Linear views of data: standardization, principal components, canonical correlation. Samples are
 * rows.
 */
@Export
@Version("1.0.0")
package dev.glia.learners.projection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
