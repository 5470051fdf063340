package dev.glia.drivers.cpu.simd;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Gets vector code compiled before it is needed.
 *
 * <p>Interpreted, one vector operation costs microseconds: a small network would be over before the
 * compiler has seen enough of it. So every loop begins as scalar code, which is fast after a few
 * calls, and its vector twin is run here on made-up data until it is compiled; if it then is the
 * faster of the two, it takes over. As both give the same bits, the moment doesn't matter.
 *
 * <p>The compiler counts calls, so nearly all of them have nothing to do: they cost little, and the
 * insides of the Vector API, which compiled code never enters, don't get so hot that they are
 * compiled as well: the compiler would take those first, for seconds on a busy machine. The others
 * are short for the same reason. They take every way that is taken in earnest, as the compiler
 * leaves out those that it hasn't seen, and code that comes to such a place is thrown away.
 */
public final class WarmUp {
  /** Elements that a candidate must be able to run over. */
  public static final int MANY = 256;

  /** Elements of calls that have something to do: few, and every kind of rest. */
  private static final int[] FEW = {48, 16, 96, 80, 32};

  /**
   * Calls before and between the first looks: enough for the first compiler's queue. Thousands at
   * once, interpreted before that compiler comes to them, would do for the second one, too, which
   * then goes without the types and ways that only code of the first takes down, and boxes vectors.
   */
  private static final int FIRST_CALLS = 256;

  /** Looks after which there are more calls. */
  private static final int FIRST_LOOKS = 6;

  /** Calls between two looks from then on; after some thousands the second compiler comes. */
  private static final int MORE_CALLS = 1_024;

  /** One call in so many has something to do. */
  private static final int BUSY = 256;

  /** The fastest of so many times counts. */
  private static final int TIMES = 5;

  /** Between the first two looks whether the compiler is done; the next pauses are longer. */
  private static final long PAUSE_MS = 5;

  private static final long LONGEST_PAUSE_MS = 1_000;

  /** Some minutes: after that, vectors are slow here, whatever else the machine does. */
  private static final int MOST_LOOKS = 200;

  /** Looks of who waits for it. */
  private static final int PATIENCE = 50;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
    /**
     * Runs one of the forms on data of its own.
     *
     * @param length number of elements; 0 for a call that has as little to do as possible
     */
    void rehearse(boolean vector, int calls, int length);

    /** Makes the vector form the one that is used from now on. */
    void useVector();
  }

  /** Warms a candidate when its turn comes. */
  public static void request(Candidate candidate) {
    WORKER.execute(
        () -> {
          practice(candidate, FIRST_CALLS);
          lookLater(candidate, 1);
        });
  }

  /** Others are taught while the compiler works. */
  private static void lookLater(Candidate candidate, int look) {
    WORKER.schedule(() -> look(candidate, look), pause(look), TimeUnit.MILLISECONDS);
  }

  private static long pause(int look) {
    return Math.min(LONGEST_PAUSE_MS, PAUSE_MS + look * look / 4);
  }

  private static void look(Candidate candidate, int look) {
    if (!takeOver(candidate) && look < MOST_LOOKS) {
      practice(candidate, look <= FIRST_LOOKS ? FIRST_CALLS : MORE_CALLS);
      lookLater(candidate, look + 1);
    }
  }

  /**
   * Warms a candidate now: for tests and measurements.
   *
   * @return whether the vector form has taken over
   */
  public static boolean warm(Candidate candidate) {
    practice(candidate, FIRST_CALLS);
    for (int look = 1; look <= PATIENCE; look++) {
      if (takeOver(candidate)) {
        return true;
      }
      practice(candidate, look <= FIRST_LOOKS ? FIRST_CALLS : MORE_CALLS);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(pause(look), 4 * PAUSE_MS)));
    }
    return false;
  }

  private static void practice(Candidate candidate, int calls) {
    int turn = 0;
    for (int call = 0; call < calls; call += BUSY) {
      candidate.rehearse(true, 1, FEW[turn++ % FEW.length]);
      candidate.rehearse(true, BUSY - 1, 0);
    }
  }

  /** Lets the vector form take over if it's compiled and the faster one. */
  private static boolean takeOver(Candidate candidate) {
    if (isCompiled(candidate) && fastest(candidate, true) < fastest(candidate, false)) {
      candidate.useVector();
      return true;
    }
    return false;
  }

  /** Until vectors are compiled for good, each is an object; on a busy machine a clock errs. */
  private static boolean isCompiled(Candidate candidate) {
    return allocatesNothing(candidate, FEW[0]) && allocatesNothing(candidate, MANY);
  }

  private static boolean allocatesNothing(Candidate candidate, int length) {
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    candidate.rehearse(true, 1, length);
    return THREADS.getCurrentThreadAllocatedBytes() == allocated;
  }

  private static long fastest(Candidate candidate, boolean vector) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < TIMES; i++) {
      fastest = Math.min(fastest, time(candidate, vector, MANY));
    }
    return fastest;
  }

  private static long time(Candidate candidate, boolean vector, int length) {
    long start = System.nanoTime();
    candidate.rehearse(vector, 1, length);
    return System.nanoTime() - start;
  }
}
