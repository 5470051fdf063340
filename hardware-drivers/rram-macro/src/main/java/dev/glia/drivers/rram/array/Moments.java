package dev.glia.drivers.rram.array;

/** Mean, standard deviation and skewness. */
record Moments(double mean, double deviation, double skewness) {
  /** Of the values between two limits; zeros if there's none. */
  static Moments of(float[] values, double above, double below) {
    double count = 0;
    double sum = 0;
    for (float value : values) {
      if (value > above && value < below) {
        count++;
        sum += value;
      }
    }
    if (count == 0) {
      return new Moments(0, 0, 0);
    }
    double mean = sum / count;
    double squares = 0;
    double cubes = 0;
    for (float value : values) {
      if (value > above && value < below) {
        double d = value - mean;
        squares += d * d;
        cubes += d * d * d;
      }
    }
    double deviation = Math.sqrt(squares / count);
    double skewness = deviation == 0 ? 0 : cubes / count / (deviation * deviation * deviation);
    return new Moments(mean, deviation, skewness);
  }
}
