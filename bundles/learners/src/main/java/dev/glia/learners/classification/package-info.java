/**
 * Classifiers: logistic regression, nearest neighbors, linear discriminants. Samples are rows,
 * labels count from 0.
 */
@Export
@Version("1.0.0")
package dev.glia.learners.classification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
