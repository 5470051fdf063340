/** Networks as other tools write them: formats that are read into experiments and written. */
@Export
@Version("1.0.0")
package dev.glia.api.interchange;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
