/** Environments: closed loops in which a network acts and sees what its actions did. */
@Export
@Version("1.0.0")
package dev.glia.api.environment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
