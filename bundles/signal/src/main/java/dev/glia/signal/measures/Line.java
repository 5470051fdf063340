package dev.glia.signal.measures;

/** The straight line {@code intercept + slope x} with the least squares. */
record Line(double intercept, double slope) {
  static Line fit(double[] x, double[] y) {
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = products / squares;
    return new Line(meanY - slope * meanX, slope);
  }

  double at(double x) {
    return intercept + slope * x;
  }
}
