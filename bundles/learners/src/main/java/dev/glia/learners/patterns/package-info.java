/**
 * Binary patterns: how they're drawn, how far apart they are, and how detectors of them are asked.
 */
@Export
@Version("1.0.0")
package dev.glia.learners.patterns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
