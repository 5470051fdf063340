package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Component;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.util.concurrent.atomic.AtomicReference;

/** A lease that is counted at its bundle. */
final class CountedLease<T extends Component> implements Lease<T> {
  /** All that must be let go at once, so that a closed lease pins no class loader. */
  private record Held<T>(T component, Admissions admissions, TrackedComponent counted) {}

  private final Offer offer;
  private final AtomicReference<Held<T>> held;

  CountedLease(T component, Offer offer, Admissions admissions, TrackedComponent counted) {
    this.offer = offer;
    this.held = new AtomicReference<>(new Held<>(component, admissions, counted));
  }

  @Override
  public T component() {
    Held<T> now = held.get();
    if (now == null) {
      throw new IllegalStateException(
          "the lease on " + offer.descriptor().reference() + " is closed");
    }
    return now.component();
  }

  @Override
  public Offer offer() {
    return offer;
  }

  @Override
  public void close() {
    Held<T> last = held.getAndSet(null);
    if (last != null) {
      last.counted().leases().decrementAndGet();
      last.admissions().giveBack(last.counted().bundle());
    }
  }
}
