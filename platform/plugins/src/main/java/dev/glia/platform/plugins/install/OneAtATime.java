package dev.glia.platform.plugins.install;

import dev.glia.api.component.Fault;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets one change through at a time. Others wait, but not forever: a plugin whose start waits for
 * another change must not block both.
 */
final class OneAtATime {
  private static final int PATIENCE_SECONDS = 60;

  private final Semaphore turn = new Semaphore(1, true);

  <T> T call(Supplier<T> change) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Fault(
            Fault.Kind.EXTERNAL,
            "another plugin has been coming or going for a minute: try again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.Kind.EXTERNAL, "interrupted; nothing has changed", e);
    }
    try {
      return change.get();
    } finally {
      turn.release();
    }
  }
}
