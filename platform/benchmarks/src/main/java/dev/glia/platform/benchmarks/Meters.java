package dev.glia.platform.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used so far. */
final class Meters {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Meters() {}

  /** Seconds of all threads, those of the compiler and the collector included. */
  static double cpu() {
    return SYSTEM.getProcessCpuTime() * 1e-9;
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
