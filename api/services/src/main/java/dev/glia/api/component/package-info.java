/**
 * What every plugin offers: a component with an identity, a version and a parameter schema.
 *
 * <p>A component is an OSGi service. It is registered under its interface ({@code NeuronModel},
 * {@code Topology}, …) with the service properties {@link Component#ID} and {@link
 * Component#VERSION}, so that it can be listed without being created. Descriptors are immutable;
 * components must allow calls from several threads unless their own page says otherwise.
 */
@Export
@Version("1.1.0")
package dev.glia.api.component;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
