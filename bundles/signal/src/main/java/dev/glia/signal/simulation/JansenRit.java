package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;

/**
 * A cortical column: pyramidal cells, excitatory and inhibitory interneurons (Jansen and Rit 1995).
 * Potentials in mV, rates in 1/s.
 *
 * @param scale of the rhythm: 2 makes all twice as fast
 * @param input mean rate that arrives
 * @param noise of the input, white, in 1/s over the root of a second; 5 leaves the rhythm alone
 */
public record JansenRit(double scale, double input, double noise) {
  private static final double EXCITATION = 3.25;
  private static final double INHIBITION = 22;
  private static final double FAST = 100;
  private static final double SLOW = 50;
  private static final double CONTACTS = 135;

  /** The usual column, whose rhythm is alpha. */
  public static final JansenRit ALPHA = new JansenRit(1, 220, 5);

  /** Firing rate at a potential. */
  public static double rate(double mv) {
    return 5 / (1 + Math.exp(0.56 * (6 - mv)));
  }

  /**
   * The potential of the pyramidal cells over time, by Euler's steps.
   *
   * @param dt seconds, at most a quarter of a millisecond
   * @param skipped steps before the first that's returned
   */
  public double[] run(int steps, double dt, int skipped, RandomStream random) {
    double a = FAST * scale;
    double b = SLOW * scale;
    double gainA = EXCITATION * scale * a;
    double gainB = INHIBITION * scale * b;
    double[] y = new double[6];
    double[] out = new double[steps];
    for (int i = -skipped; i < steps; i++) {
      double d3 = gainA * rate(y[1] - y[2]) - 2 * a * y[3] - a * a * y[0];
      double d4 =
          gainA * (input + 0.8 * CONTACTS * rate(CONTACTS * y[0])) - 2 * a * y[4] - a * a * y[1];
      double d5 =
          gainB * 0.25 * CONTACTS * rate(0.25 * CONTACTS * y[0]) - 2 * b * y[5] - b * b * y[2];
      for (int k = 0; k < 3; k++) {
        y[k] += dt * y[k + 3];
      }
      y[3] += dt * d3;
      y[4] += dt * d4 + (noise > 0 ? gainA * noise * Math.sqrt(dt) * random.nextNormal() : 0);
      y[5] += dt * d5;
      if (i >= 0) {
        out[i] = y[1] - y[2];
      }
    }
    return out;
  }
}
