package dev.glia.platform.runner.running;

import dev.glia.api.component.Fault;
import dev.glia.v1.Intervention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sessions that go on. Safe for any thread. */
final class LiveSessions {
  private final Map<String, Interventions> sessions = new ConcurrentHashMap<>();

  void enter(String run, Interventions interventions) {
    sessions.put(run, interventions);
  }

  void leave(String run) {
    sessions.remove(run);
  }

  List<String> ids() {
    return sessions.keySet().stream().sorted().toList();
  }

  String intervene(String run, Intervention what, Duration within) {
    Interventions session = sessions.get(run);
    if (session == null) {
      throw Fault.input("no run " + run + " goes on here. It may have ended.");
    }
    CompletableFuture<String> answer = session.ask(what);
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault
          ? fault
          : new Fault(Fault.Kind.INTERNAL, "the change failed: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          "the run has not come to a boundary for "
              + within.toSeconds()
              + " s; the change is made when it does. Look into its timeline.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.EXTERNAL, "interrupted; the change may still be made", e);
    }
  }
}
