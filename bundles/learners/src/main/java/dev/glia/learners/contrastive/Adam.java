package dev.glia.learners.contrastive;

/** Adam's steps (Kingma and Ba 2015, arXiv:1412.6980) for one array of parameters. */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double rate;
  private final double[] first;
  private final double[] second;
  private int steps;

  Adam(int parameters, double rate) {
    this.rate = rate;
    first = new double[parameters];
    second = new double[parameters];
  }

  void step(double[] parameters, double[] gradient) {
    steps++;
    double bias1 = 1 - Math.pow(BETA_1, steps);
    double bias2 = 1 - Math.pow(BETA_2, steps);
    for (int k = 0; k < parameters.length; k++) {
      first[k] = BETA_1 * first[k] + (1 - BETA_1) * gradient[k];
      second[k] = BETA_2 * second[k] + (1 - BETA_2) * gradient[k] * gradient[k];
      parameters[k] -= rate * (first[k] / bias1) / (Math.sqrt(second[k] / bias2) + EPSILON);
    }
  }
}
