package dev.glia.platform.plugins.install;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What a bundle has registered as components, told from service properties. */
public final class BundleOffers {
  /** A component service. */
  public record Offered(
      ComponentKind kind, String id, String version, ServiceReference<?> reference) {
    @Override
    public String toString() {
      return kind.symbol() + " " + id + " " + version;
    }
  }

  private BundleOffers() {}

  /** By kind, id and version; empty if the bundle isn't active. */
  public static List<Offered> of(Bundle bundle) {
    ServiceReference<?>[] references = registered(bundle);
    List<Offered> offers = new ArrayList<>();
    for (ServiceReference<?> reference : references) {
      Object id = reference.getProperty(Component.ID);
      Object version = reference.getProperty(Component.VERSION);
      List<String> services = List.of((String[]) reference.getProperty(Constants.OBJECTCLASS));
      for (ComponentKind kind : ComponentKind.values()) {
        if (id instanceof String
            && version instanceof String
            && services.contains(kind.service())) {
          offers.add(new Offered(kind, (String) id, (String) version, reference));
        }
      }
    }
    offers.sort(
        Comparator.comparing(Offered::kind)
            .thenComparing(Offered::id)
            .thenComparing(offer -> Versions.of(offer.version())));
    return offers;
  }

  private static ServiceReference<?>[] registered(Bundle bundle) {
    try {
      ServiceReference<?>[] references = bundle.getRegisteredServices();
      return references == null ? new ServiceReference<?>[0] : references;
    } catch (IllegalStateException uninstalled) {
      return new ServiceReference<?>[0];
    }
  }
}
