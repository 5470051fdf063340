package dev.glia.platform.runner.running;

import java.nio.ByteBuffer;

/** Wall and processor time of a run, over all its parts. */
final class Clockwork {
  private final long begin = System.nanoTime();
  private final double cpuAtBegin = processCpuSeconds();
  private double wallBefore;
  private double cpuBefore;

  double wallSeconds() {
    return wallBefore + (System.nanoTime() - begin) * 1e-9;
  }

  double cpuSeconds() {
    return cpuBefore + processCpuSeconds() - cpuAtBegin;
  }

  /** Of the whole process: the driver's threads do the work. */
  private static double processCpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(duration -> duration.toNanos() * 1e-9)
        .orElse(0.0);
  }

  byte[] save() {
    return ByteBuffer.allocate(2 * Double.BYTES)
        .putDouble(wallSeconds())
        .putDouble(cpuSeconds())
        .array();
  }

  void restore(byte[] state) {
    if (state.length == 2 * Double.BYTES) {
      ByteBuffer from = ByteBuffer.wrap(state);
      wallBefore = from.getDouble();
      cpuBefore = from.getDouble();
    }
  }
}
