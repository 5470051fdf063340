package dev.glia.platform.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this process has used so far. */
final class Meters {
  private Meters() {}

  /** Seconds of all threads, those of the compiler and the collector included, to 10 ms. */
  static double cpu() {
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toNanos() * 1e-9;
  }

  static double wall() {
    return System.nanoTime() * 1e-9;
  }

  /** Bytes of the heap that are in use; collects what isn't. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
