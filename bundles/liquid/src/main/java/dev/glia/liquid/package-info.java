/**
 * Liquids: layers of spiking neurons whose random weights are a crossbar array's, never trained.
 */
@Export
@Version("1.0.0")
package dev.glia.liquid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
