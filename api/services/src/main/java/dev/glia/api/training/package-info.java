/** Trainers: procedures that own the loop, as surrogate-gradient training or FORCE do. */
@Export
@Version("1.0.0")
package dev.glia.api.training;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
