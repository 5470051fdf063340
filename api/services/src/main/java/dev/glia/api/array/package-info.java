/** Arrays of numbers as files: NumPy's format. */
@Export
@Version("1.0.0")
package dev.glia.api.array;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
