package dev.glia.platform.catalog;

import dev.glia.api.component.Descriptor;
import java.util.Objects;

/**
 * A component that a bundle offers.
 *
 * @param bundle symbolic name
 * @param bundleVersion its OSGi version
 * @param leases how many leases on this component were open when this was written down
 */
public record Offer(Descriptor descriptor, String bundle, String bundleVersion, int leases) {
  public Offer {
    Objects.requireNonNull(descriptor);
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(bundleVersion);
  }
}
