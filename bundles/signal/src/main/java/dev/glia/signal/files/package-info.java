/** Readers and writers of recordings: EDF and BDF, BrainVision, NumPy. */
@Export
@Version("1.0.0")
package dev.glia.signal.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
