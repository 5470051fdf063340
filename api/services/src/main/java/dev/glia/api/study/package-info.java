/** Studies: published results as tables of cells with claims over them. */
@Export
@Version("1.1.0")
package dev.glia.api.study;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
