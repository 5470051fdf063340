/**
 * What studies of reservoirs share: a series played through a network step by step, readouts that
 * are fitted to the units' rates, memory capacity, balance of excitation and inhibition.
 */
@Export
@Version("1.0.0")
package dev.glia.reservoir;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
