/** Learning rules: local rules that run inside a network while it is advanced. */
@Export
@Version("1.0.0")
package dev.glia.api.learning;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
