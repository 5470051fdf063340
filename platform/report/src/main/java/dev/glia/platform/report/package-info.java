/**
 * Figures as drawings; runs and studies as pages.
 *
 * <p>Everything here turns records into text or bytes: nothing is kept, nothing is read from disk
 * or network, the same input gives the same output, and any thread may call.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
