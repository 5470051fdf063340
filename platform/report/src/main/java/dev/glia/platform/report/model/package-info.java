/**
 * What reports show: records of texts, numbers and figures. All are immutable. Texts are plain
 * text, never markup, but for the MathML of models, which is checked.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.report.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
