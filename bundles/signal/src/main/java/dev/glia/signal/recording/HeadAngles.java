package dev.glia.signal.recording;

/** Places on a spherical head of 0.09 m: x to the right, y to the nose, z up. */
public final class HeadAngles {
  /** Radius of the head in meters. */
  public static final double RADIUS = 0.09;

  private HeadAngles() {}

  /**
   * The place of an electrode.
   *
   * @param theta degrees from the vertex
   * @param phi degrees around the vertical axis, from the right to the nose
   */
  public static double[] onHead(double theta, double phi) {
    double t = Math.toRadians(theta);
    double p = Math.toRadians(phi);
    return new double[] {
      RADIUS * Math.sin(t) * Math.cos(p), RADIUS * Math.sin(t) * Math.sin(p), RADIUS * Math.cos(t)
    };
  }
}
