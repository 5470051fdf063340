/**
 * Crossbar arrays: memory that multiplies a matrix, which is its conductances, by vectors of
 * voltages; a macro on a bench, or a model of one.
 */
@Export
@Version("1.0.0")
package dev.glia.api.crossbar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
