/**
 * YAML documents in which everything has a place: whoever reads one can say file, line, column and
 * field of what is wrong.
 *
 * <p>{@link dev.glia.api.modelfiles.yaml.Document} reads text into a tree of {@link
 * dev.glia.api.modelfiles.yaml.Node}s. It takes YAML 1.2 without tags and without several documents
 * in one file (a merge key {@code <<} is a name as any other), and refuses, within fixed limits of
 * size, depth and number of nodes, whatever could make a reader run out of memory. All types are
 * immutable and safe for use by any thread; all refusals are {@link dev.glia.api.component.Fault}s
 * of kind INPUT.
 */
@Export
@Version("1.0.0")
package dev.glia.api.modelfiles.yaml;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
