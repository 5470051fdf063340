/**
 * How far a result can be trusted: folds, cross-validation, permutation tests, bootstrap intervals,
 * corrections for many tests. All draws come from the stream that is given.
 */
@Export
@Version("1.0.0")
package dev.glia.learners.validation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
