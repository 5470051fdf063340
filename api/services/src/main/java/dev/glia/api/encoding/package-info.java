/** Encoders: from a sample of a data set to what drives a population while it is presented. */
@Export
@Version("1.0.0")
package dev.glia.api.encoding;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
