package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.topology.Topology;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.container.LoaderWatch;
import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A plugin is replaced again and again while it's in use. */
class HotSwapTest {
  private static final int SWAPS = Integer.getInteger("glia.swaps", 1000);
  private static final int USERS = 3;
  private static final int KEPT = 5;

  @TempDir Path directory;

  private final AtomicBoolean done = new AtomicBoolean();
  private final LongAdder calls = new LongAdder();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final LoaderWatch loaders = new LoaderWatch();

  @Test
  void thousandSwapsUnderLoadLoseNoCallAndLeakNoLoader() throws InterruptedException {
    try (TestContainer container = TestContainer.boot(directory)) {
      install(container, 0);
      List<Thread> users = startUsers(container.catalog());
      swapWithLeasesThatLastLonger(container);
      done.set(true);
      for (Thread user : users) {
        user.join();
      }

      assertThat(failures).isEmpty();
      assertThat(calls.sum()).isGreaterThan(SWAPS);
      loaders.assertGone(SWAPS, "replaced plugins");
      assertThat(container.bundles("rings"))
          .extracting(Bundle::getVersion)
          .extracting(Object::toString)
          .containsExactly("1.0." + SWAPS);
      assertThat(directory.resolve("user/plugins").toFile().list())
          .containsExactlyInAnyOrder("plugins.tsv", "plugins.lock", "rings-1.0." + SWAPS + ".jar");
    }
    System.out.println(SWAPS + " swaps, " + calls.sum() + " leased calls, 0 failed");
  }

  /** Some leases are kept over several swaps, so that up to {@link #KEPT} versions live at once. */
  private void swapWithLeasesThatLastLonger(TestContainer container) {
    Deque<Lease<Topology>> kept = new ArrayDeque<>();
    for (int i = 1; i <= SWAPS; i++) {
      Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "");
      loaders.watch(lease.component().getClass().getClassLoader());
      kept.add(lease);
      install(container, i);
      if (kept.size() == KEPT) {
        try (Lease<Topology> oldest = kept.remove()) {
          assertThat(Rings.use(oldest.component())).isEqualTo(3);
        }
      }
    }
    kept.forEach(Lease::close);
  }

  private List<Thread> startUsers(Catalog catalog) {
    List<Thread> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      users.add(Thread.ofPlatform().start(() -> useUntilDone(catalog)));
    }
    return users;
  }

  private void useUntilDone(Catalog catalog) {
    while (!done.get()) {
      try (Lease<Topology> lease = catalog.lease(Topology.class, "ring", "")) {
        if (Rings.use(lease.component()) != 3) {
          throw new AssertionError("a wrong result");
        }
        calls.increment();
      } catch (Throwable e) {
        failures.add(e);
      }
      // Two cores for everybody: the swaps need their share.
      Thread.yield();
    }
  }

  private void install(TestContainer container, int i) {
    Path jar = Rings.plugin("rings", "1.0." + i).in(directory);
    container.installer().install(jar);
    assertThat(jar.toFile().delete()).isTrue();
  }
}
