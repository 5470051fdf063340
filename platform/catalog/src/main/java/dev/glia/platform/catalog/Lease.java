package dev.glia.platform.catalog;

import dev.glia.api.component.Component;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The right to use a component. While it's open its bundle isn't taken away by updates or removals;
 * if someone stops the bundle by force, the object stays usable all the same. Safe for any thread.
 */
@ProviderType
public interface Lease<T extends Component> extends AutoCloseable {
  /**
   * The component.
   *
   * @throws IllegalStateException after {@link #close()}: the lease no longer holds it, so that its
   *     bundle can leave
   */
  T component();

  /** What was leased, as it was then. */
  Offer offer();

  /** Gives it back; never throws, and only the first call counts. */
  @Override
  void close();
}
