/**
 * Figures as data: what is shown, not how it's drawn. Analyzers and studies make them, reports draw
 * them, run stores keep them. All types are immutable; arrays are copied or not to be changed.
 */
@Export
@Version("1.1.0")
package dev.glia.api.figure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
