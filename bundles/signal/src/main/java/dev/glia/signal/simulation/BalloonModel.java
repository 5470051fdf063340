package dev.glia.signal.simulation;

/** Blood oxygenation that follows activity (Friston et al. 2000): the balloon model. */
public final class BalloonModel {
  private static final double DECAY = 0.65; // 1/s
  private static final double FEEDBACK = 0.41; // 1/s
  private static final double TRANSIT = 0.98; // s
  private static final double STIFFNESS = 0.32;
  private static final double EXTRACTION = 0.34;
  private static final double VOLUME = 0.02;
  private static final double FLOOR = 0.05;
  private static final double LONGEST_STEP = 0.06; // s

  private BalloonModel() {}

  /**
   * The relative signal over time, as long as the drive.
   *
   * @param drive activity, some tenths; 0 is rest
   * @param dt seconds between its samples, at most 0.06
   */
  public static double[] of(double[] drive, double dt) {
    if (!(dt > 0) || dt > LONGEST_STEP) {
      throw new IllegalArgumentException("steps of at most " + LONGEST_STEP + " s, not " + dt);
    }
    double k1 = 7 * EXTRACTION;
    double k3 = 2 * EXTRACTION - 0.2;
    double signal = 0;
    double flow = 1;
    double volume = 1;
    double deoxygenated = 1;
    double[] bold = new double[drive.length];
    for (int i = 0; i < drive.length; i++) {
      double outflow = Math.pow(volume, 1 / STIFFNESS);
      double taken = (1 - Math.pow(1 - EXTRACTION, 1 / flow)) / EXTRACTION;
      double signalNext = signal + dt * (drive[i] - DECAY * signal - FEEDBACK * (flow - 1));
      double flowNext = flow + dt * signal;
      double volumeNext = volume + dt * (flow - outflow) / TRANSIT;
      deoxygenated += dt * (flow * taken - outflow * deoxygenated / volume) / TRANSIT;
      signal = signalNext;
      flow = Math.max(FLOOR, flowNext);
      volume = Math.max(FLOOR, volumeNext);
      bold[i] =
          VOLUME * (k1 * (1 - deoxygenated) + 2 * (1 - deoxygenated / volume) + k3 * (1 - volume));
    }
    return bold;
  }
}
