/**
 * The kit that measures hardware drivers: a driver's tests extend {@link
 * dev.glia.drivers.conformance.DriverContract} and give it the driver.
 *
 * <p>It holds a driver to the page of the device package: its contracts, the tick, exact closed
 * forms within the precision that its number format declares, and the float64 reference.
 */
@Export
@Version("1.1.0")
package dev.glia.drivers.conformance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
