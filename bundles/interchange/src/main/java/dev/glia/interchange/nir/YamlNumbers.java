package dev.glia.interchange.nir;

import java.math.BigDecimal;
import java.util.StringJoiner;

/** Numbers as a person would type them, with every digit that matters. */
final class YamlNumbers {
  private YamlNumbers() {}

  /** The shortest decimal that is read as the same number; as the same float32 if it is one. */
  static String text(double value) {
    return plain(shortest(value));
  }

  /** A time in seconds, written in milliseconds. */
  static String milliseconds(double seconds) {
    return plain(shortest(seconds).movePointRight(3)) + " ms";
  }

  private static BigDecimal shortest(double value) {
    float single = (float) value;
    return new BigDecimal(single == value ? Float.toString(single) : Double.toString(value));
  }

  private static String plain(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal bare = number.stripTrailingZeros();
    boolean handy = bare.precision() - bare.scale() < 12 && bare.scale() < 20;
    return handy ? bare.toPlainString() : bare.toString();
  }

  /** One number for all, or a list of them. */
  static String list(double[] values, boolean times) {
    if (values.length == 1) {
      return times ? milliseconds(values[0]) : text(values[0]);
    }
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (double value : values) {
      list.add(times ? milliseconds(value) : text(value));
    }
    return list.toString();
  }
}
