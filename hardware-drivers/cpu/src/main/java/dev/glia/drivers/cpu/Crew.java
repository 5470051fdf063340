package dev.glia.drivers.cpu;

import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;

/** The threads of a simulation beside the caller's; they sleep between blocks. */
final class Crew implements AutoCloseable {
  /** What each thread does in a block. */
  interface Task {
    void run(int thread, int ticks, InputBlock in, OutputBlock out);
  }

  private final Task task;
  private final TickBarrier start;
  private final TickBarrier end;
  private int ticks;
  private InputBlock in;
  private OutputBlock out;
  private volatile Throwable failure;

  /** Starts {@code threads - 1} threads; the caller of {@link #run} is thread 0. */
  Crew(int threads, Task task) {
    this.task = task;
    start = new TickBarrier(threads);
    end = new TickBarrier(threads);
    for (int t = 1; t < threads; t++) {
      int number = t;
      Thread thread = new Thread(() -> work(number), "glia-cpu-crew-" + t);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void work(int number) {
    try {
      while (true) {
        start.await(number);
        runPart(number);
        end.await(number);
      }
    } catch (TickBarrier.Broken e) {
      return; // closed
    }
  }

  private void runPart(int number) {
    try {
      task.run(number, ticks, in, out);
    } catch (RuntimeException | Error e) {
      keep(e);
    }
  }

  /** Keeps the first failure that isn't only a consequence of another. */
  private synchronized void keep(Throwable e) {
    if (failure == null || failure instanceof TickBarrier.Broken) {
      failure = e;
    }
  }

  /** Runs a block on all threads and returns when all are done. */
  void run(int blockTicks, InputBlock blockIn, OutputBlock blockOut) {
    ticks = blockTicks;
    in = blockIn;
    out = blockOut;
    start.await(0);
    runPart(0);
    end.await(0);
    in = null;
    out = null;
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }

  /** Lets the threads go; none of them may be in a block. */
  @Override
  public void close() {
    start.breakUp();
  }
}
