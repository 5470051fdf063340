package dev.glia.platform.catalog;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Everything that the installed bundles offer, by kind, id and version. Safe for any thread. */
@ProviderType
public interface Catalog {
  /**
   * What can be leased now, sorted by id, the newest version first within an id. Asks each
   * component of this kind for its descriptor the first time; one that can't give it is left out,
   * and logged.
   */
  List<Offer> offers(ComponentKind kind);

  /**
   * Lends the newest component of an id. Among equal versions the one of the newer bundle is taken.
   *
   * @param type the service interface, {@code NeuronModel.class}
   * @param versionRange as OSGi writes it: {@code [1.2,2)}, or {@code 1.2} for that or anything
   *     newer; empty for any
   * @return a lease; close it, or its bundle can never leave
   * @throws dev.glia.api.component.Fault MISSING if nothing fits, saying what there is instead and
   *     which bundle would help; INPUT if the range can't be read, or the newest that fits is a
   *     model file with a mistake; EXTERNAL if its bundle can't make it
   * @throws IllegalArgumentException if the type is no kind of component
   */
  <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange);
}
