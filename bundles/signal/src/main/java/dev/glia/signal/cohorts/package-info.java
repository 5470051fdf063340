/**
 * Sessions of many subjects: telling groups apart, what they differ in, and whether a way of
 * testing leaks.
 */
@Export
@Version("1.0.0")
package dev.glia.signal.cohorts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
