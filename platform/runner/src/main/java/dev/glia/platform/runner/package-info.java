/**
 * Experiments: from a file to a run.
 *
 * <p>{@link dev.glia.platform.runner.ExperimentReader} turns text into an {@link
 * dev.glia.platform.runner.Experiment}; the service {@link
 * dev.glia.platform.runner.ExperimentRunner} checks and runs it.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.runner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
