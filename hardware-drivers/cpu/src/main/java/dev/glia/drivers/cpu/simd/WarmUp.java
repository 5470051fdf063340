package dev.glia.drivers.cpu.simd;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
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

  /** Calls that are timed, on as many elements as in earnest. */
  private static final int TIMED_CALLS = 20;

  /** Elements that a candidate must be able to run over. */
  public static final int MANY = 256;

  private static final int MOST_BATCHES = 150;

  /** One thread for the process, gone when there is nothing to do. */
  private static final ThreadPoolExecutor WORKER =
      new ThreadPoolExecutor(
          1,
          1,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "glia-cpu-warm-up");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  static {
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
    WORKER.execute(() -> warm(candidate));
  }

  /** Warms a candidate now: for tests and measurements. */
  public static void warm(Candidate candidate) {
    int won = 0;
    for (int batch = 0; batch < MOST_BATCHES && won < 3; batch++) {
      candidate.rehearse(false, CALLS, FEW);
      candidate.rehearse(true, CALLS, FEW);
      long scalar = time(candidate, false);
      long vector = time(candidate, true);
      won = vector < scalar ? won + 1 : 0;
    }
    if (won >= 3) {
      candidate.useVector();
    }
  }

  private static long time(Candidate candidate, boolean vector) {
    long start = System.nanoTime();
    candidate.rehearse(vector, TIMED_CALLS, MANY);
    return System.nanoTime() - start;
  }
}
