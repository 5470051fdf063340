package dev.glia.drivers.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the threads of a network wait for each other: they spin for a moment, as the others are
 * usually about to come, then let others run, then sleep until they are woken.
 */
final class TickBarrier {
  /** Some 20 microseconds. */
  private static final int SPINS = 400;

  private static final int YIELDS = 50;

  /** Thrown where another thread will never come. */
  static final class Broken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("another thread of this network has failed");
    }
  }

  private final int parties;
  private final int spins;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicReferenceArray<Thread> sleepers;
  private volatile int generation;
  private volatile boolean broken;

  TickBarrier(int parties) {
    this.parties = parties;
    spins = parties <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
    sleepers = new AtomicReferenceArray<>(parties);
  }

  /**
   * Waits until all have come.
   *
   * @param party number of the thread
   * @throws Broken if one of them never will
   */
  void await(int party) {
    if (parties == 1) {
      return;
    }
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      generation = mine + 1;
      wakeAll();
      return;
    }
    for (int i = 0; generation == mine && !broken; i++) {
      if (i < spins) {
        Thread.onSpinWait();
      } else if (i < spins + YIELDS) {
        Thread.yield();
      } else {
        sleep(party, mine);
      }
    }
    if (generation == mine) {
      throw new Broken();
    }
  }

  /** Whoever goes on looks for sleepers after that, so one of both sees the other. */
  private void sleep(int party, int mine) {
    sleepers.set(party, Thread.currentThread());
    while (generation == mine && !broken) {
      LockSupport.park(this);
    }
    sleepers.set(party, null);
  }

  private void wakeAll() {
    for (int party = 0; party < parties; party++) {
      Thread sleeper = sleepers.get(party);
      if (sleeper != null) {
        LockSupport.unpark(sleeper);
      }
    }
  }

  /** Lets everybody who waits, or will, fail. */
  void breakUp() {
    broken = true;
    wakeAll();
  }
}
