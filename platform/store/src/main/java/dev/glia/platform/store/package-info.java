/**
 * What was measured, and everything needed to measure it again.
 *
 * <p>{@link dev.glia.platform.store.RunStores} opens a directory as a {@link
 * dev.glia.platform.store.RunStore}: a database of runs and their cells, and a file for each
 * artifact, named by its checksum. All records are immutable; their arrays are not to be changed.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
