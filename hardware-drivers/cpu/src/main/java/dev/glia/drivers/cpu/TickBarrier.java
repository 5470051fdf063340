package dev.glia.drivers.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Where threads wait for each other within a tick: they spin for a moment, as the others are
 * usually about to come, then sleep in short naps so that a busy machine isn't held up.
 */
final class TickBarrier {
  private static final int SPINS = 2000;
  private static final int YIELDS = 50;
  private static final long NAP = 50_000;

  /** Thrown where another thread will never come. */
  static final class Broken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("another thread of this network has failed");
    }
  }

  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;
  private volatile boolean broken;

  TickBarrier(int parties) {
    this.parties = parties;
  }

  /**
   * Waits until all have come.
   *
   * @throws Broken if one of them never will
   */
  void await() {
    if (parties == 1) {
      return;
    }
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      generation = mine + 1;
      return;
    }
    for (int i = 0; generation == mine; i++) {
      if (broken) {
        throw new Broken();
      }
      if (i < SPINS) {
        Thread.onSpinWait();
      } else if (i < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(NAP);
      }
    }
  }

  /** Lets everybody who waits, or will, fail. */
  void breakUp() {
    broken = true;
  }
}
