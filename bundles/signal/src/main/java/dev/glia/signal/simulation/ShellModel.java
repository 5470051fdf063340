package dev.glia.signal.simulation;

import java.util.Arrays;

/**
 * Potentials on a spherical head of shells of different conductivity, from current dipoles in the
 * innermost one.
 *
 * @param radius of the head in meters
 * @param shells outer radii of the shells over the head's, ascending to 1
 * @param conductivities in S/m
 */
public record ShellModel(double radius, double[] shells, double[] conductivities) {
  /** Brain, fluid, skull, scalp. */
  public static final ShellModel HEAD =
      new ShellModel(
          0.09, new double[] {0.90, 0.92, 0.97, 1}, new double[] {0.33, 1.0, 0.004, 0.33});

  private static final int TERMS = 40; // of the series: 5e-5 of the potential are left at 0.072 m

  public ShellModel {
    if (shells.length != conductivities.length || shells[shells.length - 1] != 1) {
      throw new IllegalArgumentException("as many conductivities as shells, the last one at 1");
    }
  }

  /**
   * The potential in volts.
   *
   * @param electrode anywhere along its direction from the center; it's on the surface
   * @param place of the dipole, not the center
   * @param moment in A m
   */
  public double potential(double[] electrode, double[] place, double[] moment) {
    double[] u = Vectors.unit(place);
    double[] e = Vectors.unit(electrode);
    double cosine = Math.clamp(Vectors.dot(u, e), -1, 1);
    double[] tangent = Vectors.plus(e, -cosine, u);
    double sine = Vectors.norm(tangent);
    double along = Vectors.dot(moment, u);
    double across = sine < 1e-12 ? 0 : Vectors.dot(moment, tangent) / sine;
    double depth = Vectors.norm(place) / radius;
    double sum = 0;
    double power = 1; // depth^(n-1)
    double before = 1; // P_(n-1)
    double legendre = cosine; // P_n
    for (int n = 1; n <= TERMS; n++) {
      double slope = // dP_n/dx
          sine < 1e-12
              ? n * (n + 1) / 2.0 * (cosine > 0 || n % 2 == 1 ? 1 : -1)
              : n * (before - cosine * legendre) / (sine * sine);
      double associated = sine * slope; // P_n^1 without the sign of Condon and Shortley
      sum += (2 * n + 1.0) / n * power * factor(n) * (n * legendre * along + associated * across);
      double next = ((2 * n + 1) * cosine * legendre - n * before) / (n + 1);
      before = legendre;
      legendre = next;
      power *= depth;
    }
    double outer = conductivities[conductivities.length - 1];
    return sum / (4 * Math.PI * outer * radius * radius);
  }

  /** How much of the n-th part the shells let through; 1 if they're all alike. */
  public double factor(int n) {
    double[][] m = {{1, 0}, {0, 1}};
    for (int k = 0; k + 1 < shells.length; k++) {
      double c = conductivities[k] / conductivities[k + 1];
      double x = Math.pow(shells[k], 2 * n + 1);
      double[][] step = {
        {n + 1 + n * c, (n + 1) * (1 - c) / x}, {n * (1 - c) * x, n + (n + 1) * c}
      };
      double[][] next = new double[2][2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          next[i][j] = (step[i][0] * m[0][j] + step[i][1] * m[1][j]) / (2 * n + 1);
        }
      }
      m = next;
    }
    double a = -(n * m[0][1] - (n + 1) * m[1][1]) / (n * m[0][0] - (n + 1) * m[1][0]);
    double inner = conductivities[0];
    double outer = conductivities[conductivities.length - 1];
    return outer / inner * n / (2 * n + 1) * ((m[0][0] + m[1][0]) * a + m[0][1] + m[1][1]);
  }

  /**
   * Potentials of unit dipoles: {@code [electrode][source]}, in V/(A m).
   *
   * @param referenced whether the electrodes' mean is taken off
   */
  public double[][] leadField(
      double[][] electrodes, double[][] places, double[][] orientations, boolean referenced) {
    double[][] field = new double[electrodes.length][places.length];
    for (int s = 0; s < places.length; s++) {
      double mean = 0;
      for (int e = 0; e < electrodes.length; e++) {
        field[e][s] = potential(electrodes[e], places[s], orientations[s]);
        mean += field[e][s] / electrodes.length;
      }
      for (int e = 0; referenced && e < electrodes.length; e++) {
        field[e][s] -= mean;
      }
    }
    return field;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShellModel model
        && radius == model.radius
        && Arrays.equals(shells, model.shells)
        && Arrays.equals(conductivities, model.conductivities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shells) ^ Arrays.hashCode(conductivities) ^ Double.hashCode(radius);
  }
}
