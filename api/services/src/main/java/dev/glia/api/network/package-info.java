/**
 * Networks, resolved: the nouns that drivers read. Populations of neurons, projections between
 * them, drives and probes; every model is here as checked equations, every value in SI base units.
 */
@Export
@Version("1.0.0")
package dev.glia.api.network;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
