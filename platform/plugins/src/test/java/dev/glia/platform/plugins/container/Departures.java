package dev.glia.platform.plugins.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/** Watches objects that should become garbage, class loaders above all. */
public final class Departures {
  private static final int MOST_COLLECTIONS = 60;
  private static final long PAUSE_MILLIS = 500;

  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final Set<WeakReference<Object>> watched = new HashSet<>();

  public void watch(Object object) {
    watched.add(new WeakReference<>(object, queue));
  }

  /** Collects garbage until all are gone. */
  public void assertGone(int expected, String what) throws InterruptedException {
    assertGone(expected, what, MOST_COLLECTIONS);
  }

  /** The same with less patience. */
  public void assertGone(int expected, String what, int collections) throws InterruptedException {
    assertThat(watched).as("what was watched").hasSize(expected);
    for (int i = 0; i < collections && !watched.isEmpty(); i++) {
      System.gc();
      // Waits for the collector's and the framework's threads, no longer than needed.
      for (var gone = queue.remove(PAUSE_MILLIS); gone != null; gone = queue.poll()) {
        watched.remove(gone);
      }
    }
    assertThat(watched).as(what + " that are still held").isEmpty();
  }
}
