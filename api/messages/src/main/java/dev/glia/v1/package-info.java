/**
 * Protobuf messages of Glia, version 1: the contract between bundles, processes and machines.
 *
 * <p>Generated from {@code glia/v1/*.proto}, whose comments are the documentation. Within version
 * 1, fields are only ever added; the build compares descriptors with the last release. Only
 * generated classes implement the {@code …OrBuilder} interfaces, so a new field is a minor change.
 */
@Export(attribute = "x-provider-type:=\"*OrBuilder\"")
@Version("1.1.0")
package dev.glia.v1;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
