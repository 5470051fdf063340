package dev.glia.platform.catalog.internal;

import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.catalog.Catalog;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Puts the catalog together and registers its two faces by hand: they share the count of leases,
 * which is nobody else's service.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"dev.glia.platform.catalog.Catalog\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"dev.glia.platform.catalog.BundleAdmission\"")
public final class CatalogServices {
  private final Admissions admissions;
  private final ServiceCatalog catalog;
  private final List<ServiceRegistration<?>> registrations;

  @Activate
  public CatalogServices(BundleContext context) {
    admissions = new Admissions(context);
    catalog = new ServiceCatalog(context, admissions);
    registrations =
        List.of(
            context.registerService(BundleAdmission.class, admissions, null),
            context.registerService(Catalog.class, catalog, null));
  }

  @Deactivate
  void deactivate() {
    registrations.forEach(ServiceRegistration::unregister);
    catalog.close();
    admissions.close();
  }
}
