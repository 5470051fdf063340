package dev.glia.signal.files;

import java.lang.management.ManagementFactory;

/** Bytes that a thread has allocated. */
final class Allocation {
  private Allocation() {}

  static long ofThisThread() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
