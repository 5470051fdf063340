package dev.glia.api.device;

/**
 * How a driver represents state and weights.
 *
 * @param name for people: {@code float32}, {@code fixed Q8.10}, {@code analogue 6-bit}
 * @param relativeError largest relative rounding error of a stored value, 2^-24 for float32
 * @param deterministic whether the same network, seed and inputs give the same spikes
 */
public record NumberFormat(String name, double relativeError, boolean deterministic) {
  public static final NumberFormat FLOAT32 = new NumberFormat("float32", 0x1p-24, true);
  public static final NumberFormat FLOAT64 = new NumberFormat("float64", 0x1p-53, true);
}
