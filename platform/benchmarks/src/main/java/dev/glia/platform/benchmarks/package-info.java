/**
 * What networks cost: {@link dev.glia.platform.benchmarks.Workloads} are measured on a driver and
 * on {@linkplain dev.glia.platform.benchmarks.Brian2 another simulator}, the same way on both
 * sides.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.benchmarks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
