/**
 * Linear regression: ridge from normal equations, QR or SVD, and recursively while samples come in.
 *
 * <p>Samples are rows: {@code x[sample][feature]}, {@code y[sample][output]}. All is computed in
 * double precision by one thread, in an order that depends on the shapes only, so the same data
 * give the same bits on every machine.
 */
@Export
@Version("1.0.0")
package dev.glia.learners.regression;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
