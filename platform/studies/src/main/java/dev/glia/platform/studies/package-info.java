/**
 * Studies: planned, run cell by cell, and judged.
 *
 * <p>The service {@link dev.glia.platform.studies.StudyRunner} finds the studies that bundles offer
 * and runs them into a run store. A cell that the store has already isn't run again: it's looked up
 * by study, target and parameters, and taken if the components that it used are still those that
 * would be used now, down to the content of their bundles, and if it would read the same data,
 * wherever that lies.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.studies;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
