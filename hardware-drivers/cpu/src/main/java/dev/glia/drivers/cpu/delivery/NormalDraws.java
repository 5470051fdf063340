package dev.glia.drivers.cpu.delivery;

import dev.glia.api.network.Law;
import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.RandomStream;

/**
 * The numbers of a normal law, as {@link Law#draw} gives them, but several times faster: with the
 * processor's logarithm and cosine. Those differ from {@link StrictMath} in the last digits. Where
 * that could be seen, because a number is next to a limit or to where rounding changes, it's
 * computed again as the specification has it. Owned by one thread.
 */
final class NormalDraws {
  /** More than both ways of computing can differ by, relative to the deviation drawn. */
  private static final double ERROR = 1e-14;

  /** Draws of one number, after which the law itself must decide. */
  private static final int PATIENCE = 100;

  private final double mean;
  private final double spread;
  private final double low;
  private final double high;
  private final int[] block = new int[4];
  private long key;
  private long entity;
  private long draw;
  private int word;

  NormalDraws(Law.Normal law) {
    mean = law.mean();
    spread = law.deviation();
    low = law.low();
    high = law.high();
  }

  private void begin(long key, long entity) {
    this.key = key;
    this.entity = entity;
    draw = 0;
    word = 4;
  }

  private double next(double scale) {
    for (int i = 0; i < PATIENCE; i++) {
      if (word == 4) {
        CounterRandom.block(key, entity, draw++, block);
        word = 0;
      }
      int first = block[word++];
      int second = block[word++];
      double deviation = spread * fastNormal(first, second);
      double value = mean + deviation;
      double error = ERROR * (Math.abs(deviation) + Math.abs(mean));
      if (isUncertain(value, error, scale)) {
        value = mean + spread * RandomStream.normal(first, second);
      }
      if (value >= low && value <= high) {
        return value;
      }
    }
    return Double.NaN;
  }

  private static double fastNormal(int first, int second) {
    double u1 = ((first & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
    double u2 = ((second & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
    return Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
  }

  /** Whether an error could change what becomes of a value. */
  private boolean isUncertain(double value, double error, double dt) {
    if (value - low > error && high - value > error) {
      return dt == 0 ? (float) (value - error) != (float) (value + error) : isBetween(value, dt);
    }
    return !(low - value > error || value - high > error);
  }

  /** Whether a value is half-way between two multiples of dt, or nearly. */
  private static boolean isBetween(double value, double dt) {
    double ticks = value / dt;
    double beyond = ticks - (long) ticks;
    return Math.abs(Math.abs(beyond) - 0.5) < 1e-6 * (1 + Math.abs(ticks));
  }

  /**
   * Draws a row of float32 numbers.
   *
   * @return false if the law itself must do it
   */
  boolean floats(long key, long entity, float[] out, int count) {
    begin(key, entity);
    for (int k = 0; k < count; k++) {
      double value = next(0);
      if (Double.isNaN(value)) {
        return false;
      }
      out[k] = (float) value;
    }
    return true;
  }

  /**
   * Draws a row of numbers of which only the nearest multiple of dt matters.
   *
   * @return false if the law itself must do it
   */
  boolean multiples(long key, long entity, double dt, double[] out, int count) {
    begin(key, entity);
    for (int k = 0; k < count; k++) {
      out[k] = next(dt);
      if (Double.isNaN(out[k])) {
        return false;
      }
    }
    return true;
  }
}
