package dev.glia.reservoir;

import dev.glia.api.random.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Target rates of units: the same for all, or drawn and then clipped to bounds. */
public final class TargetRates {
  private TargetRates() {}

  public static double[] homogeneous(int units, double rate) {
    double[] rates = new double[units];
    Arrays.fill(rates, rate);
    return rates;
  }

  public static double[] normal(
      int units, double mean, double deviation, double low, double high, RandomStream random) {
    return draw(units, () -> mean + deviation * random.nextNormal(), low, high);
  }

  public static double[] uniform(int units, double low, double high, RandomStream random) {
    return draw(units, () -> low + (high - low) * random.nextDouble(), low, high);
  }

  /** Logarithms are normal; mean and deviation are those of the rates themselves. */
  public static double[] logNormal(
      int units, double mean, double deviation, double low, double high, RandomStream random) {
    double variance = StrictMath.log1p(deviation * deviation / (mean * mean));
    double middle = StrictMath.log(mean) - variance / 2;
    double spread = Math.sqrt(variance);
    return draw(units, () -> StrictMath.exp(middle + spread * random.nextNormal()), low, high);
  }

  private static double[] draw(int units, DoubleSupplier law, double low, double high) {
    double[] rates = new double[units];
    for (int i = 0; i < units; i++) {
      rates[i] = Math.clamp(law.getAsDouble(), low, high);
    }
    return rates;
  }
}
