package dev.glia.tensor;

/** The learning rate over a training. Pure. */
@FunctionalInterface
public interface Schedule {
  /**
   * The rate of a step.
   *
   * @param step from 0
   * @param steps in all, at least 1
   */
  double rate(long step, long steps);

  static Schedule constant(double rate) {
    return (step, steps) -> rate;
  }

  /** Half a cosine, from a rate to 0 at the end (Loshchilov and Hutter 2017, ICLR). */
  static Schedule cosine(double rate) {
    return (step, steps) -> rate * (1 + Math.cos(Math.PI * step / steps)) / 2;
  }

  /**
   * Up to the largest rate within the first 30 % of the steps and down again, along cosines (Smith
   * and Topin 2018), as PyTorch's OneCycleLR does by default: from {@code largest/25} to {@code
   * largest/250,000}.
   */
  static Schedule oneCycle(double largest) {
    return (step, steps) -> {
      double peak = 0.3 * steps - 1;
      double end = steps - 1.0;
      return step <= peak && peak > 0
          ? between(largest / 25, largest, step / peak)
          : between(largest, largest / 25e4, (step - peak) / (end - peak));
    };
  }

  /** Linear from 0 over the first steps, then as the other schedule is. */
  default Schedule warmUp(long first) {
    return (step, steps) ->
        step < first ? rate(first, steps) * (step + 1) / (first + 1) : rate(step, steps);
  }

  /** The same, but changing only once in so many steps, as once an epoch. */
  default Schedule inStairs(long every) {
    return (step, steps) -> rate(step / every, steps / every);
  }

  private static double between(double from, double to, double share) {
    return to + (from - to) * (1 + Math.cos(Math.PI * Math.clamp(share, 0, 1))) / 2;
  }
}
