package dev.glia.platform.cli;

import dev.glia.api.component.Fault;
import dev.glia.platform.plugins.ContainerClient;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.v1.Intervention;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that goes on in another process of this user, on this machine. */
final class LiveRun {
  private final String id;
  private final ContainerClient container;

  private LiveRun(String id, ContainerClient container) {
    this.id = id;
    this.container = container;
  }

  /**
   * Finds a run.
   *
   * @param typed its id, the beginning of it, or {@code latest}: the one that was begun last of
   *     those that go on
   * @throws Fault INPUT if it doesn't go on, and what has become of it
   */
  static LiveRun find(String typed, Platform platform, RunStore store) {
    Map<String, ContainerClient> live = new LinkedHashMap<>();
    for (ContainerClient container : ContainerClient.running(platform.user())) {
      try {
        container.runs().forEach(run -> live.put(run, container));
      } catch (Fault silent) {
        // A container that ends just now, or of an older version, has no run for us.
      }
    }
    List<String> fitting =
        typed.equals(RunStore.LATEST)
            ? live.keySet().stream().max(Comparator.comparing(run -> begun(run, store))).stream()
                .toList()
            : live.keySet().stream().filter(run -> run.startsWith(typed)).toList();
    if (live.containsKey(typed)) {
      fitting = List.of(typed);
    }
    if (fitting.size() > 1) {
      throw Fault.input("several runs begin with " + typed + ": " + String.join(", ", fitting));
    }
    if (fitting.isEmpty()) {
      throw Fault.input(absent(typed, live, store));
    }
    return new LiveRun(fitting.getFirst(), live.get(fitting.getFirst()));
  }

  private static Instant begun(String run, RunStore store) {
    return store.has(run) ? store.show(run).startedAt() : Instant.MIN;
  }

  private static String absent(String typed, Map<String, ?> live, RunStore store) {
    String others =
        live.isEmpty()
            ? " No run goes on now."
            : " These go on now: " + String.join(", ", live.keySet()) + ".";
    if (typed.equals(RunStore.LATEST)) {
      return "no run goes on now on this machine. Only one that does can be changed.";
    }
    StoredRun known;
    try {
      known = store.show(typed);
    } catch (Fault unknown) {
      return "there's no run " + typed + "." + others;
    }
    boolean running = known.outcome() == Outcome.RUNNING;
    return known.run()
        + (running
            ? " doesn't go on on this machine: its process has died, or runs elsewhere."
            : " has ended (" + known.outcome().symbol() + "): only a run that goes on can change.")
        + others;
  }

  /** Changes it, waits for that, and says what was done. */
  void intervene(Intervention what, Terminal terminal) {
    terminal.out().println(container.intervene(id, what, RunRequests.PATIENCE));
  }
}
