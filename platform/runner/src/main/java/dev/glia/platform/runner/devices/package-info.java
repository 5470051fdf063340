/**
 * Devices as the platform sees them: who may use one, and which ones come and go.
 *
 * <p>A device that isn't shared belongs to one run at a time, whichever process it's in: {@link
 * dev.glia.platform.runner.devices.DeviceLeases}. {@link
 * dev.glia.platform.runner.devices.DeviceWatch} tells of plugging and unplugging for all drivers.
 */
@Export
@Version("1.1.0")
package dev.glia.platform.runner.devices;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
