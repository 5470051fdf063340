package dev.glia.drivers.cpu.simd;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gets vector code compiled before it is needed.
 *
 * <p>Interpreted, one vector operation costs a microsecond: a small network would be over before
 * the compiler has seen enough of it. So every loop begins as scalar code, which is fast after a
 * few calls, and its vector twin is run here on made-up data until it is compiled; if it then is
 * the faster of the two, it takes over. As both give the same bits, the moment doesn't matter.
 */
public final class WarmUp {
  /** Calls of a batch, on a few elements: the compiler counts calls. */
  private static final int CALLS = 500;

  private static final int FEW = 32;

  /** Calls that are timed, on as many elements as in earnest; the fastest of so many times. */
  private static final int TIMED_CALLS = 20;

  private static final int TIMES = 5;

  /** Elements that a candidate must be able to run over. */
  public static final int MANY = 256;

  private static final int BATCHES = 30;

  /**
   * On a busy machine the compiler is late, and a clock tells little: a candidate that hasn't won
   * gets other chances, each after twice the time.
   */
  private static final int CHANCES = 10;

  private static final long FIRST_PAUSE_MS = 40;

  /** One thread for the process, gone when there is nothing to do. */
  private static final ScheduledThreadPoolExecutor WORKER =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "glia-cpu-warm-up");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  static {
    WORKER.setKeepAliveTime(5, TimeUnit.SECONDS);
    WORKER.allowCoreThreadTimeOut(true);
  }

  private WarmUp() {}

  /** Code that exists twice. */
  public interface Candidate {
    /** Runs one of the forms on data of its own, so often, over so many elements. */
    void rehearse(boolean vector, int calls, int length);

    /** Makes the vector form the one that is used from now on. */
    void useVector();
  }

  /** Warms a candidate when its turn comes. */
  public static void request(Candidate candidate) {
    WORKER.execute(() -> warm(candidate, CHANCES, FIRST_PAUSE_MS));
  }

  private static void warm(Candidate candidate, int chances, long pause) {
    if (!warm(candidate) && chances > 1) {
      WORKER.schedule(() -> warm(candidate, chances - 1, 2 * pause), pause, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Warms a candidate now: for tests and measurements.
   *
   * @return whether the vector form has taken over
   */
  public static boolean warm(Candidate candidate) {
    int won = 0;
    for (int batch = 0; batch < BATCHES && won < 3; batch++) {
      candidate.rehearse(false, CALLS, FEW);
      candidate.rehearse(true, CALLS, FEW);
      won = fastest(candidate, true) < fastest(candidate, false) ? won + 1 : 0;
    }
    if (won >= 3) {
      candidate.useVector();
    }
    return won >= 3;
  }

  private static long fastest(Candidate candidate, boolean vector) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      candidate.rehearse(vector, TIMED_CALLS, MANY);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }
}
