/** Features of recordings for classifiers and group statistics. */
@Export
@Version("1.0.0")
package dev.glia.signal.features;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
