package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;

/** Numbers that are learned by AdamW (Loshchilov and Hutter 2019). One thread. */
final class Parameter {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  final double[] value;
  final double[] gradient;
  private final double[] mean;
  private final double[] square;

  Parameter(int size, double constant) {
    value = new double[size];
    java.util.Arrays.fill(value, constant);
    gradient = new double[size];
    mean = new double[size];
    square = new double[size];
  }

  /** Uniform within a bound on both sides. */
  static Parameter uniform(int size, double bound, RandomStream random) {
    Parameter parameter = new Parameter(size, 0);
    for (int i = 0; i < size; i++) {
      parameter.value[i] = bound * (2 * random.nextDouble() - 1);
    }
    return parameter;
  }

  /** Takes the step of a batch, whose gradients are then gone. */
  void step(int count, double rate, double decay) {
    double firstBias = 1 - Math.pow(FIRST, count);
    double secondBias = 1 - Math.pow(SECOND, count);
    for (int i = 0; i < value.length; i++) {
      mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient[i];
      square[i] = SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i];
      value[i] -=
          rate
              * (decay * value[i]
                  + mean[i] / firstBias / (Math.sqrt(square[i] / secondBias) + 1e-8));
      gradient[i] = 0;
    }
  }
}
