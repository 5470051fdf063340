package dev.glia.drivers.cpu.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Draws the rows of a projection with several threads. Each takes the next few sources, draws them,
 * and when all sources before have been handed in, hands in its own: what comes out doesn't depend
 * on the threads.
 */
final class Drawing<T> {
  /** Synapses of a piece of work. */
  private static final long PIECE = 1 << 15;

  /** Draws some sources; may keep buffers from one call to the next. One a thread. */
  interface Work<T> {
    T draw(SynapseDraw draw, int from, int to);
  }

  private final SynapseDraw draw;
  private final Consumer<T> inOrder;
  private final int perPiece;
  private final int pieces;
  private final AtomicInteger next = new AtomicInteger();
  private int handedIn;
  private Throwable failure;

  private Drawing(SynapseDraw draw, Consumer<T> inOrder) {
    this.draw = draw;
    this.inOrder = inOrder;
    long synapses = Math.max(1, draw.connectivity().expectedSynapses());
    perPiece = (int) Math.clamp(PIECE * draw.sources() / synapses, 1, Math.max(1, draw.sources()));
    pieces = (draw.sources() + perPiece - 1) / perPiece;
  }

  /**
   * Draws all rows.
   *
   * @param work makes the work of one thread
   * @param inOrder takes what was drawn, sources ascending, one call at a time
   */
  static <T> void all(
      SynapseDraw draw, java.util.function.Supplier<Work<T>> work, Consumer<T> inOrder) {
    new Drawing<>(draw, inOrder).run(work);
  }

  private void run(java.util.function.Supplier<Work<T>> work) {
    int helpers = Math.min(Runtime.getRuntime().availableProcessors(), pieces) - 1;
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < helpers; t++) {
      threads.add(
          Thread.ofPlatform().daemon().name("glia-cpu-build-", t).unstarted(() -> pieces(work)));
    }
    threads.forEach(Thread::start);
    pieces(work);
    threads.forEach(Drawing::join);
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pieces(java.util.function.Supplier<Work<T>> work) {
    try {
      SynapseDraw own = draw.another();
      Work<T> mine = work.get();
      for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
        int from = piece * perPiece;
        T drawn = mine.draw(own, from, Math.min(draw.sources(), from + perPiece));
        if (!handIn(piece, drawn)) {
          return;
        }
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized boolean handIn(int piece, T drawn) {
    boolean interrupted = false;
    while (handedIn < piece && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      return false;
    }
    inOrder.accept(drawn);
    handedIn++;
    notifyAll();
    return true;
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) {
      failure = e;
    }
    notifyAll();
  }
}
