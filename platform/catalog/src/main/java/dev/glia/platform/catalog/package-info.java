/**
 * From names to leases.
 *
 * <p>{@link dev.glia.platform.catalog.Catalog} lists what bundles offer and lends it; {@link
 * dev.glia.platform.catalog.BundleAdmission} decides which bundles are asked, and sends a bundle
 * away once nobody uses it any more. Bundles come and go at any time: what is listed now may be
 * gone a moment later, what is leased stays usable until the lease is closed.
 */
@Capability(
    namespace = "osgi.extender",
    name = ModelFiles.EXTENDER,
    version = ModelFiles.EXTENDER_VERSION)
@Export
@Version("1.0.0")
package dev.glia.platform.catalog;

import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
