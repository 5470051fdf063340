package dev.glia.platform.runner.running;

import dev.glia.platform.runner.ShadowDrift;
import java.util.Arrays;

/**
 * One population's spikes on two devices in windows of ticks, of which there are never more than a
 * few: when they're full, neighbors become one. So what comes out depends on the ticks, and not on
 * how they were cut into blocks. One thread.
 */
final class DriftCurve {
  /** Windows at most; a long comparison has between half as many and all. */
  static final int MOST = 128;

  private final TrainDistance distance;
  private final long[] own = new long[MOST];
  private final long[] shadow = new long[MOST];
  private final long[] differing = new long[MOST];
  private final double[] apart = new double[MOST];
  private long width = 1;
  private int open;

  /**
   * A curve.
   *
   * @param distance of all spikes that have been taken
   */
  DriftCurve(TrainDistance distance) {
    this.distance = distance;
  }

  /** Makes room for ticks up to one, counted from the comparison's first, which is 1. */
  void reach(long tick) {
    while (tick > MOST * width) {
      join(own);
      join(shadow);
      join(differing);
      for (int w = 0; w < MOST / 2; w++) {
        apart[w] = apart[2 * w + 1];
      }
      open /= 2;
      width *= 2;
    }
  }

  private static void join(long[] counts) {
    for (int w = 0; w < MOST / 2; w++) {
      counts[w] = counts[2 * w] + counts[2 * w + 1];
    }
    Arrays.fill(counts, MOST / 2, MOST, 0);
  }

  /** A spike is about to be added to the distance, at a tick that was made room for. */
  void add(long tick, boolean inOwn, boolean inShadow) {
    int at = window(tick);
    close(at);
    own[at] += inOwn ? 1 : 0;
    shadow[at] += inShadow ? 1 : 0;
    differing[at] += inOwn == inShadow ? 0 : 1;
  }

  private int window(long tick) {
    return (int) ((tick - 1) / width);
  }

  /** The distance doesn't change without spikes, so earlier windows end with the one of now. */
  private void close(int before) {
    if (before > open) {
      Arrays.fill(apart, open, before, distance.vanRossum());
      open = before;
    }
  }

  /** Ticks of a window. */
  long width() {
    return width;
  }

  /**
   * What there is so far.
   *
   * @param ticks that were compared
   */
  ShadowDrift.Curve upTo(String population, long ticks) {
    int windows = ticks == 0 ? 0 : window(ticks) + 1;
    close(windows);
    return new ShadowDrift.Curve(
        population,
        Arrays.copyOf(own, windows),
        Arrays.copyOf(shadow, windows),
        Arrays.copyOf(differing, windows),
        Arrays.copyOf(apart, windows));
  }
}
