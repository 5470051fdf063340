/**
 * What the tests of a plugin are made of: small networks built in a few lines, trials that run them
 * on a driver, assertions on spikes that name the first difference, and contracts that a model runs
 * against itself.
 *
 * <p>Nothing here is safe for use by several threads, and nothing needs the platform.
 */
@Export
@Version("1.1.0")
package dev.glia.api.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
