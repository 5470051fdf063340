package dev.glia.platform.catalog;

import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Which bundles' components may be leased. A bundle is admitted unless told otherwise. Safe for any
 * thread; never blocks on a lease.
 *
 * <p>Replacing a bundle without a gap: install the new one, {@link #withhold} it, start it, look at
 * what it offers, then {@link #replace}.
 */
@ProviderType
public interface BundleAdmission {
  /** Keeps a bundle's components out of new leases and listings until it's admitted. */
  void withhold(Bundle bundle);

  /** Lets a bundle's components be leased. */
  void admit(Bundle bundle);

  /**
   * Admits a bundle and retires others in one step: no lease falls between.
   *
   * @return completed as in {@link #retire} once all of the old ones have gone
   */
  CompletionStage<Void> replace(Collection<Bundle> old, Bundle by);

  /**
   * Lends no more of a bundle; stops and uninstalls it as soon as its last lease is closed, at once
   * if there is none. Its packages stay wired to bundles that use them, which aren't restarted.
   *
   * @return completed when it's uninstalled, from a thread of the catalog; exceptionally if the
   *     framework refused
   */
  CompletionStage<Void> retire(Bundle bundle);

  /**
   * Takes a retirement back, if the bundle is still there because of its leases.
   *
   * @return whether it's admitted now
   */
  boolean reinstate(Bundle bundle);

  /** Whether a bundle is on its way out. */
  boolean isRetiring(Bundle bundle);

  /** Open leases on all components of a bundle. */
  int leases(Bundle bundle);
}
