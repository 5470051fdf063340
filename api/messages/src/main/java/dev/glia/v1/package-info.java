/**
 * Protobuf messages of Glia, version 1: the contract between bundles, processes and machines.
 *
 * <p>Generated from {@code glia/v1/*.proto}, whose comments are the documentation. Within version
 * 1, fields are only ever added; the build compares descriptors with the last release.
 */
@Export
@Version("1.0.0")
package dev.glia.v1;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
