/**
 * How the catalog does it: the service catalog tracks component services, the admissions count
 * leases per bundle, the extender turns model files into services.
 *
 * <p>No lock is held while bundles, services or the framework are called.
 */
package dev.glia.platform.catalog.internal;
