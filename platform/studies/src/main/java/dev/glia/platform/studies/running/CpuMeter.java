package dev.glia.platform.studies.running;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time of a cell: of its own thread and of all that are started below it, as a driver's are.
 * They belong to a thread group, which threads inherit from whoever starts them. A thread that ends
 * has its time as of the last look; whoever ends threads looks before. Safe for any thread.
 */
final class CpuMeter {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ThreadGroup group;
  private final Map<Long, Long> nanoseconds = new HashMap<>();

  CpuMeter(String name) {
    group = new ThreadGroup(name);
  }

  /** A thread that counts, not started yet. */
  Thread thread(Runnable task) {
    return Thread.ofPlatform().group(group).name(group.getName()).daemon().unstarted(task);
  }

  /** Looks at the threads that run. */
  synchronized void look() {
    Thread[] running = new Thread[2 * group.activeCount() + 16];
    int count = group.enumerate(running);
    for (int i = 0; i < count; i++) {
      long id = running[i].threadId();
      nanoseconds.merge(id, THREADS.getThreadCpuTime(id), Math::max);
    }
  }

  /** Up to the last look. */
  synchronized double seconds() {
    return nanoseconds.values().stream().mapToLong(time -> Math.max(0, time)).sum() * 1e-9;
  }
}
