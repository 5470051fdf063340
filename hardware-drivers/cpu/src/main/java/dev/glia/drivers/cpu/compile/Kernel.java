package dev.glia.drivers.cpu.compile;

import dev.glia.drivers.cpu.simd.VectorSupport;
import dev.glia.drivers.cpu.simd.WarmUp;
import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loop as code: scalar at first, a vector at a time once that has been compiled. Without state,
 * so networks share the kernels of equal loops. Safe for use by any thread.
 */
public final class Kernel {
  private static final int MOST_KEPT = 512;

  /** Iterations after which it's worth having the vector form. */
  private static final long WORTH_IT = 2_000_000;

  private static final Map<String, Kernel> KNOWN =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kernel> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Loop loop;
  private final Code scalar;
  private final boolean vectorizable;
  private Code vector;
  private Code active;
  private long iterations;

  /** Whether iterations still matter; afterwards threads don't write here any more. */
  private boolean counts;

  private Kernel(Loop loop) {
    MADE.incrementAndGet();
    this.loop = loop;
    scalar = define(loop, false);
    active = scalar;
    vectorizable = loop.isVectorizable() && VectorSupport.isAvailable();
    counts = vectorizable;
  }

  /** How many loops this process has compiled so far; equal ones are compiled once. */
  public static int made() {
    return MADE.get();
  }

  /** The kernel of a loop, compiled now if it's new. */
  static Kernel of(Loop loop) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(loop.text(), text -> new Kernel(loop));
    }
  }

  private static Code define(Loop loop, boolean vector) {
    try {
      byte[] bytes = LoopWriter.write(loop, vector);
      return (Code)
          MethodHandles.lookup()
              .defineHiddenClass(bytes, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled loop can't be loaded: " + loop.text(), e);
    }
  }

  /**
   * Runs the loop.
   *
   * @return NaN if a checked value wasn't finite, 0 otherwise
   */
  public float run(Frame frame) {
    if (counts) {
      count(frame.to - frame.from);
    }
    return active.run(frame);
  }

  private void count(int more) {
    iterations += more; // may lose counts to other threads, which is harmless
    if (iterations > WORTH_IT) {
      counts = false;
      WarmUp.request(new Rehearsal());
    }
  }

  /** Whether all that it loads and stores is at one place, so that it can be one long loop. */
  boolean isOnlyAt(Place place) {
    return loop.isOnlyAt(place);
  }

  public boolean isVector() {
    return active != scalar;
  }

  boolean isVectorizable() {
    return vectorizable;
  }

  /** Takes the vector form without looking whether it's faster; for tests. */
  void useVector() {
    active = vector();
  }

  /** Takes the scalar form; for tests. */
  void useScalar() {
    active = scalar;
  }

  private synchronized Code vector() {
    if (vector == null) {
      vector = define(loop, true);
    }
    return vector;
  }

  /** Runs both forms on arrays of its own. */
  private final class Rehearsal implements WarmUp.Candidate {
    private final Frame frame = RehearsalFrame.of(loop);
    private int turn;

    @Override
    public void rehearse(boolean asVector, int calls, int length) {
      Code code = asVector ? vector() : scalar;
      boolean ragged = loop.ragged() && length > 0;
      frame.from = ragged && (turn++ & 1) == 0 ? WarmUp.MANY - length : 0; // to the arrays' end
      frame.to = frame.from + (ragged ? length - RehearsalFrame.RAGGED : length);
      for (int i = 0; i < calls; i++) {
        code.run(frame);
      }
    }

    @Override
    public void useVector() {
      active = vector();
    }
  }
}
