package dev.glia.platform.catalog.internal;

import dev.glia.platform.catalog.BundleAdmission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;

/** Counts leases per bundle, and sends bundles away when theirs are closed. */
final class Admissions implements BundleAdmission, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Admissions.class.getName());

  private enum Admission {
    ADMITTED,
    WITHHELD,
    RETIRING
  }

  /** Present only for bundles that aren't simply admitted without leases. */
  private static final class Standing {
    private Admission admission = Admission.ADMITTED;
    private int leases;
    private boolean leaving;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private boolean isDefault() {
      return admission == Admission.ADMITTED && leases == 0;
    }
  }

  private final BundleContext context;
  private final BundleListener forgetter;

  // Guarded by this.
  private final Map<Bundle, Standing> standings = new HashMap<>();

  Admissions(BundleContext context) {
    this.context = context;
    this.forgetter = this::forgetUninstalled;
    context.addBundleListener(forgetter);
  }

  @Override
  public void close() {
    context.removeBundleListener(forgetter);
  }

  @Override
  public synchronized void withhold(Bundle bundle) {
    of(bundle).admission = Admission.WITHHELD;
  }

  @Override
  public synchronized void admit(Bundle bundle) {
    Standing standing = standings.get(bundle);
    if (standing != null && standing.admission == Admission.WITHHELD) {
      standing.admission = Admission.ADMITTED;
      dropIfDefault(bundle, standing);
    }
  }

  @Override
  public CompletionStage<Void> replace(Collection<Bundle> old, Bundle by) {
    List<CompletableFuture<Void>> gone = new ArrayList<>();
    List<Bundle> idle = new ArrayList<>();
    synchronized (this) {
      admit(by);
      for (Bundle bundle : old) {
        gone.add(markRetiring(bundle, idle));
      }
    }
    idle.forEach(this::leave);
    return CompletableFuture.allOf(gone.toArray(CompletableFuture[]::new));
  }

  @Override
  public CompletionStage<Void> retire(Bundle bundle) {
    List<Bundle> idle = new ArrayList<>();
    CompletableFuture<Void> gone;
    synchronized (this) {
      gone = markRetiring(bundle, idle);
    }
    idle.forEach(this::leave);
    return gone.copy();
  }

  @Override
  public synchronized boolean reinstate(Bundle bundle) {
    Standing standing = standings.get(bundle);
    if (standing == null
        || standing.admission != Admission.RETIRING
        || standing.leaving
        || bundle.getState() == Bundle.UNINSTALLED) {
      return false;
    }
    standings.put(bundle, readmitted(standing));
    return true;
  }

  @Override
  public synchronized boolean isRetiring(Bundle bundle) {
    Standing standing = standings.get(bundle);
    return standing != null && standing.admission == Admission.RETIRING;
  }

  @Override
  public synchronized int leases(Bundle bundle) {
    Standing standing = standings.get(bundle);
    return standing == null ? 0 : standing.leases;
  }

  synchronized boolean isAdmitted(Bundle bundle) {
    Standing standing = standings.get(bundle);
    return standing == null || standing.admission == Admission.ADMITTED;
  }

  /**
   * Counts a lease on the first candidate whose bundle is admitted. All are looked at in one step,
   * so that a replacement happens either before or after.
   */
  synchronized Optional<TrackedComponent> takeFirst(List<TrackedComponent> candidates) {
    for (TrackedComponent candidate : candidates) {
      if (isAdmitted(candidate.bundle())) {
        of(candidate.bundle()).leases++;
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Gives back what {@link #takeFirst} counted. */
  void giveBack(Bundle bundle) {
    boolean last = false;
    synchronized (this) {
      Standing standing = standings.get(bundle);
      standing.leases--;
      if (standing.leases == 0 && standing.admission == Admission.RETIRING && !standing.leaving) {
        standing.leaving = true;
        last = true;
      }
      dropIfDefault(bundle, standing);
    }
    if (last) {
      leave(bundle);
    }
  }

  private Standing of(Bundle bundle) {
    return standings.computeIfAbsent(bundle, unknown -> new Standing());
  }

  private void dropIfDefault(Bundle bundle, Standing standing) {
    if (standing.isDefault()) {
      standings.remove(bundle);
    }
  }

  /** A fresh one, as whoever waits for the old one's departure waits on. */
  private static Standing readmitted(Standing standing) {
    Standing fresh = new Standing();
    fresh.leases = standing.leases;
    standing.gone.cancel(false);
    return fresh;
  }

  private CompletableFuture<Void> markRetiring(Bundle bundle, List<Bundle> idle) {
    Standing standing = of(bundle);
    standing.admission = Admission.RETIRING;
    if (standing.leases == 0 && !standing.leaving) {
      standing.leaving = true;
      idle.add(bundle);
    }
    return standing.gone;
  }

  /** On a thread of its own: stopping a bundle may take long, and the caller may hold locks. */
  private void leave(Bundle bundle) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("glia-retirement-" + bundle.getBundleId())
            .inheritInheritableThreadLocals(false)
            .unstarted(() -> uninstall(bundle));
    thread.setContextClassLoader(Admissions.class.getClassLoader());
    thread.start();
  }

  private void uninstall(Bundle bundle) {
    Throwable refusal = null;
    try {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        bundle.uninstall();
      }
    } catch (BundleException | RuntimeException | LinkageError e) {
      refusal = bundle.getState() == Bundle.UNINSTALLED ? null : e;
    }
    CompletableFuture<Void> gone;
    synchronized (this) {
      gone = of(bundle).gone;
      standings.remove(bundle);
    }
    if (refusal == null) {
      gone.complete(null);
    } else {
      LOG.log(System.Logger.Level.WARNING, bundle + " can't be uninstalled", refusal);
      gone.completeExceptionally(refusal);
    }
  }

  /** Bundles that somebody else uninstalled; those with leases are forgotten with the last one. */
  private void forgetUninstalled(BundleEvent event) {
    if (event.getType() != BundleEvent.UNINSTALLED) {
      return;
    }
    synchronized (this) {
      Standing standing = standings.get(event.getBundle());
      if (standing != null && standing.admission == Admission.WITHHELD) {
        standing.admission = Admission.ADMITTED;
        dropIfDefault(event.getBundle(), standing);
      }
    }
  }
}
