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

  private final Law.Normal law;
  private final int[] block = new int[4];
  private long key;
  private long entity;
  private long draw;
  private int word;

  NormalDraws(Law.Normal law) {
    this.law = law;
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
      double deviation = law.deviation() * fastNormal(first, second);
      double value = law.mean() + deviation;
      double error = ERROR * (Math.abs(deviation) + Math.abs(law.mean()));
      if (isUncertain(value, error, scale)) {
        value = law.mean() + law.deviation() * RandomStream.normal(first, second);
      }
      if (value >= law.low() && value <= law.high()) {
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

  private boolean isUncertain(double value, double error, double dt) {
    double below = value - error;
    double above = value + error;
    boolean atLimit =
        below < law.low() != above < law.low() || below > law.high() != above > law.high();
    boolean rounds =
        dt == 0 ? (float) below != (float) above : Math.round(below / dt) != Math.round(above / dt);
    return atLimit || rounds;
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
