package dev.glia.signal.simulation;

/** The magnetic field outside a spherical conductor, of current dipoles inside (Sarvas 1987). */
public final class MagneticField {
  private static final double MU_0 = 4e-7 * Math.PI;
  private static final double BASELINE = 0.0084; // m, on each side of a planar gradiometer

  private MagneticField() {}

  /**
   * The field in tesla.
   *
   * @param at in meters from the sphere's center, outside of it
   * @param place of the dipole
   * @param moment in A m
   */
  public static double[] at(double[] at, double[] place, double[] moment) {
    double[] a = Vectors.minus(at, place);
    double distance = Vectors.norm(a);
    double r = Vectors.norm(at);
    double cosine = Vectors.dot(a, at);
    double f = distance * (r * distance + r * r - Vectors.dot(place, at));
    double toSensor = distance * distance / r + cosine / distance + 2 * distance + 2 * r;
    double toSource = distance + 2 * r + cosine / distance;
    double[] gradient = Vectors.plus(Vectors.scaled(at, toSensor), -toSource, place);
    double[] cross = Vectors.cross(moment, place);
    double[] field = Vectors.plus(Vectors.scaled(cross, f), -Vectors.dot(cross, at), gradient);
    return Vectors.scaled(field, MU_0 / (4 * Math.PI * f * f));
  }

  /** The bare dipole's field, without the currents that flow back: Biot and Savart's law. */
  public static double[] ofPrimaryCurrent(double[] at, double[] place, double[] moment) {
    double[] a = Vectors.minus(at, place);
    double distance = Vectors.norm(a);
    return Vectors.scaled(
        Vectors.cross(moment, a), MU_0 / (4 * Math.PI * distance * distance * distance));
  }

  /** Along the outward direction, what a magnetometer sees, in tesla. */
  public static double radial(double[] at, double[] place, double[] moment) {
    return Vectors.dot(at(at, place, moment), Vectors.unit(at));
  }

  /** What a planar gradiometer sees, in T/m: the change of the radial field along a tangent. */
  public static double planar(double[] at, double[] tangent, double[] place, double[] moment) {
    double[] normal = Vectors.unit(at);
    double[] one = at(Vectors.plus(at, BASELINE, tangent), place, moment);
    double[] other = at(Vectors.plus(at, -BASELINE, tangent), place, moment);
    return (Vectors.dot(one, normal) - Vectors.dot(other, normal)) / (2 * BASELINE);
  }
}
