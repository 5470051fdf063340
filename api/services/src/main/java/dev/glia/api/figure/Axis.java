package dev.glia.api.figure;

/**
 * An axis.
 *
 * @param label what is measured: {@code membrane potential}
 * @param unit as {@code mV}; empty for plain numbers
 * @param logarithmic whether equal distances are equal factors
 */
public record Axis(String label, String unit, boolean logarithmic) {
  public static Axis of(String label, String unit) {
    return new Axis(label, unit, false);
  }
}
