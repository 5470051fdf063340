package dev.glia.drivers.interpreter;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps what a deployment promises about its callers: one at a time, and nobody after it's closed.
 * Safe for any thread; nobody is made to wait.
 */
public final class Door {
  private enum State {
    FREE,
    TAKEN,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

  /** A caller's stay; closing it leaves. */
  public interface Visit extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Enters.
   *
   * @throws IllegalStateException if it's closed, or another caller is inside
   */
  public Visit enter() {
    State before = state.compareAndExchange(State.FREE, State.TAKEN);
    return switch (before) {
      case FREE -> () -> state.set(State.FREE);
      case TAKEN ->
          throw new IllegalStateException("another caller is inside: one at a time, please");
      case CLOSED -> throw new IllegalStateException("the deployment is closed");
    };
  }

  /**
   * Closes for good; closing again has no effect.
   *
   * @throws IllegalStateException if a caller is inside
   */
  public void close() {
    if (state.compareAndExchange(State.FREE, State.CLOSED) == State.TAKEN) {
      throw new IllegalStateException("another caller is inside: it can be closed afterwards");
    }
  }
}
