package dev.glia.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.topology.Topology;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.plugins.container.Departures;
import dev.glia.platform.plugins.container.Models;
import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

/** A plugin is replaced again and again while it's in use. */
class HotSwapTest {
  private static final int SWAPS = Integer.getInteger("glia.swaps", 1000);
  private static final int MODEL_SWAPS = SWAPS / 10;
  private static final int USERS = 3;
  private static final int KEPT = 5;
  private static final long PAUSE_NANOS = 100_000;

  @TempDir Path directory;

  private final AtomicBoolean done = new AtomicBoolean();
  private final LongAdder calls = new LongAdder();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Departures loaders = new Departures();

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
      loaders.assertGone(SWAPS, "class loaders of replaced plugins");
      assertThat(container.bundles("rings"))
          .extracting(Bundle::getVersion)
          .extracting(Object::toString)
          .containsExactly("1.0." + SWAPS);
      assertThat(directory.resolve("user/plugins").toFile().list())
          .containsExactlyInAnyOrder("plugins.tsv", "plugins.lock", "rings-1.0." + SWAPS + ".jar");
    }
    System.out.println(SWAPS + " swaps, " + calls.sum() + " leased calls, 0 failed");
  }

  @Test
  void replacedModelsBecomeGarbage() throws Exception {
    Departures replaced = new Departures();
    try (TestContainer container = TestContainer.boot(directory)) {
      Path jar = directory.resolve("lif.jar");
      for (int i = 0; i <= MODEL_SWAPS; i++) {
        Path model = directory.resolve("lif.yaml");
        Files.writeString(model, Models.lif("lif", "1.0." + i));
        PluginPacker.pack(List.of(model), jar);
        container.installer().install(jar);
        if (i < MODEL_SWAPS) {
          try (Lease<NeuronModel> lease = container.catalog().lease(NeuronModel.class, "lif", "")) {
            assertThat(lease.component().equations().state()).hasSize(1);
            replaced.watch(lease.component());
          }
          replaced.watch(container.bundles("glia.model.lif").getLast().adapt(BundleRevision.class));
        }
      }

      replaced.assertGone(2 * MODEL_SWAPS, "replaced models and their bundles");
    }
  }

  @Test
  void openLeaseHoldsItsLoader() {
    try (TestContainer container = TestContainer.boot(directory)) {
      install(container, 0);
      try (Lease<Topology> lease = container.catalog().lease(Topology.class, "ring", "")) {
        loaders.watch(lease.component().getClass().getClassLoader());
        install(container, 1);

        assertThatThrownBy(() -> loaders.assertGone(1, "plugins in use", 2))
            .isInstanceOf(AssertionError.class);
      }
    }
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
      // Thousands of calls a second are load enough, and leave the swaps their share of two cores.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void install(TestContainer container, int i) {
    Path jar = Rings.plugin("rings", "1.0." + i).in(directory);
    container.installer().install(jar);
    assertThat(jar.toFile().delete()).isTrue();
  }
}
