package dev.glia.drivers.interpreter;

import java.util.concurrent.atomic.AtomicReference;

/** Lets one caller in at a time, and nobody after it's closed. */
final class Door {
  private enum State {
    FREE,
    TAKEN,
    CLOSED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

  /** A caller's stay; closing it leaves. */
  interface Visit extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Enters.
   *
   * @throws IllegalStateException if it's closed, or another caller is inside
   */
  Visit enter() {
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
  void close() {
    if (state.compareAndExchange(State.FREE, State.CLOSED) == State.TAKEN) {
      throw new IllegalStateException("another caller is inside: it can be closed afterwards");
    }
  }
}
