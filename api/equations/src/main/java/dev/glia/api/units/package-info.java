/**
 * Physical dimensions, units and quantities, checked by dimension and stored in SI base units.
 *
 * <p>Every number that leaves this package is in SI base units (volts, seconds, amperes, …); a unit
 * is only a way to read or to print it. All types are immutable and safe for use by any thread.
 */
@Export
@Version("1.0.0")
package dev.glia.api.units;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
