package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;

/**
 * Regions that are noisy rhythms or limit cycles, coupled with delays: {@code z' = (λ + 2πi f) z -
 * |z|² z + G Σ W (z_j(t - d) - z) + η ξ}. The rotation is exact in each step; Euler's would add
 * {@code (2π f)² dt/2} a second to λ.
 *
 * @param hz of each region
 * @param growth λ of each region: below 0 a damped rhythm, above it a cycle of radius √λ
 * @param weights {@code [to][from]}
 * @param delays in steps, {@code [to][from]}
 * @param coupling G
 * @param noise η, half of its variance in each part
 */
public record HopfNetwork(
    double[] hz,
    double[] growth,
    double[][] weights,
    int[][] delays,
    double coupling,
    double noise) {

  /** Regions that don't know of each other. */
  public static HopfNetwork uncoupled(double[] hz, double[] growth, double noise) {
    int n = hz.length;
    return new HopfNetwork(hz, growth, new double[n][n], new int[n][n], 0, noise);
  }

  /**
   * Real parts over time, {@code [region][step]}.
   *
   * @param dt seconds, some milliseconds at most
   * @param skipped steps before the first that's returned
   */
  public double[][] run(int steps, double dt, int skipped, RandomStream random) {
    int n = hz.length;
    int longest = 1;
    for (int[] row : delays) {
      for (int delay : row) {
        longest = Math.max(longest, delay + 1);
      }
    }
    double[][] pastRe = new double[longest][n];
    double[][] pastIm = new double[longest][n];
    double[] re = new double[n];
    double[] im = new double[n];
    for (int i = 0; i < n; i++) {
      re[i] = 0.1 * random.nextNormal();
      im[i] = 0.1 * random.nextNormal();
    }
    double[][] out = new double[n][steps];
    double sd = noise * Math.sqrt(dt / 2);
    for (int t = -skipped; t < steps; t++) {
      int now = Math.floorMod(t, longest);
      System.arraycopy(re, 0, pastRe[now], 0, n);
      System.arraycopy(im, 0, pastIm[now], 0, n);
      for (int i = 0; i < n; i++) {
        double pullRe = 0;
        double pullIm = 0;
        for (int j = 0; coupling != 0 && j < n; j++) {
          int then = Math.floorMod(t - delays[i][j], longest);
          pullRe += weights[i][j] * (pastRe[then][j] - pastRe[now][i]);
          pullIm += weights[i][j] * (pastIm[then][j] - pastIm[now][i]);
        }
        double radial =
            growth[i] - pastRe[now][i] * pastRe[now][i] - pastIm[now][i] * pastIm[now][i];
        double x = pastRe[now][i] + dt * (radial * pastRe[now][i] + coupling * pullRe);
        double y = pastIm[now][i] + dt * (radial * pastIm[now][i] + coupling * pullIm);
        double angle = 2 * Math.PI * hz[i] * dt;
        re[i] = Math.cos(angle) * x - Math.sin(angle) * y + sd * random.nextNormal();
        im[i] = Math.sin(angle) * x + Math.cos(angle) * y + sd * random.nextNormal();
        if (t >= 0) {
          out[i][t] = re[i];
        }
      }
    }
    return out;
  }
}
