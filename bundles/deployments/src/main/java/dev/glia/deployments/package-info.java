/**
 * What studies share that drive deployments themselves: spikes forced and seen over any number of
 * ticks, the spikes of an encoder, a device that's used in turns and what it spent, and how far two
 * deployments of a network agree.
 */
@Export
@Version("1.0.0")
package dev.glia.deployments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
