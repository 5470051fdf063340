package dev.glia.platform.plugins.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/** Watches class loaders go. */
public final class LoaderWatch {
  private static final int MOST_COLLECTIONS = 60;
  private static final long PAUSE_MILLIS = 500;

  private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
  private final Set<WeakReference<ClassLoader>> watched = new HashSet<>();

  public void watch(ClassLoader loader) {
    watched.add(new WeakReference<>(loader, queue));
  }

  /** Collects garbage until all are gone. */
  public void assertGone(int expected, String what) throws InterruptedException {
    assertThat(watched).as("loaders that were watched").hasSize(expected);
    for (int i = 0; i < MOST_COLLECTIONS && !watched.isEmpty(); i++) {
      System.gc();
      // Waits for the collector's and the framework's threads, no longer than needed.
      for (var gone = queue.remove(PAUSE_MILLIS); gone != null; gone = queue.poll()) {
        watched.remove(gone);
      }
    }
    assertThat(watched).as("class loaders of " + what + " that are still held").isEmpty();
  }
}
