/** Analyzers: from what was recorded to numbers, series and tables. */
@Export
@Version("1.1.0")
package dev.glia.api.analysis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
