/** Data sets: named splits of samples, each an array of numbers with a shape and maybe a label. */
@Export
@Version("1.1.0")
package dev.glia.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
