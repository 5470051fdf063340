package dev.glia.signal.measures;

import dev.glia.signal.spectra.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A spectrum taken apart into {@code offset - exponent log10 f} and bell-shaped peaks over it
 * (Donoghue et al. 2020), on log10 power.
 *
 * @param error root of the mean squared distance of the whole model
 */
public record AperiodicFit(double offset, double exponent, List<Peak> peaks, double error) {
  private static final double LOWEST_SHARE = 0.025; // of points that surely are no peaks

  /**
   * A peak.
   *
   * @param height over the aperiodic part, in log10 units
   * @param sd standard deviation, hertz
   */
  public record Peak(double hz, double height, double sd) {}

  /**
   * How peaks are looked for.
   *
   * @param most peaks
   * @param threshold in standard deviations of what's left
   * @param lowest height of a peak
   * @param narrow least standard deviation in hertz, {@code wide} the largest
   */
  public record Search(int most, double threshold, double lowest, double narrow, double wide) {
    /** What suits spectra of 2 to 45 Hz in steps of half a hertz. */
    public static final Search USUAL = new Search(6, 2, 0.1, 0.5, 6);
  }

  /** Fits a spectrum, all of whose frequencies and densities are above 0. */
  public static AperiodicFit of(Spectrum spectrum, Search search) {
    int n = spectrum.hz().length;
    double[] log = new double[n];
    double[] power = new double[n];
    for (int k = 0; k < n; k++) {
      log[k] = Math.log10(spectrum.hz()[k]);
      power[k] = Math.log10(spectrum.density()[k]);
    }
    double[] flat = minus(power, log, robust(log, power));
    double[] peaks = Bells.search(spectrum.hz(), flat, search);
    double[] model = Bells.sum(spectrum.hz(), peaks);
    double[] rest = new double[n];
    for (int k = 0; k < n; k++) {
      rest[k] = power[k] - model[k];
    }
    Line line = Line.fit(log, rest);
    double[] left = minus(rest, log, line);
    double squares = Arrays.stream(left).map(d -> d * d).sum();
    List<Peak> found = new ArrayList<>();
    for (int p = 0; p < peaks.length; p += 3) {
      found.add(new Peak(peaks[p], peaks[p + 1], peaks[p + 2]));
    }
    return new AperiodicFit(line.intercept(), -line.slope(), found, Math.sqrt(squares / n));
  }

  /** The plain line through all points, peaks or not: what to compare with. */
  public static double plainExponent(Spectrum spectrum) {
    double[] log = Arrays.stream(spectrum.hz()).map(Math::log10).toArray();
    double[] power = Arrays.stream(spectrum.density()).map(Math::log10).toArray();
    return -Line.fit(log, power).slope();
  }

  /** A line through the lowest points over a first line. */
  private static Line robust(double[] log, double[] power) {
    double[] flat = minus(power, log, Line.fit(log, power));
    for (int k = 0; k < flat.length; k++) {
      flat[k] = Math.max(0, flat[k]);
    }
    double most = percentile(flat, LOWEST_SHARE);
    double[] x = new double[flat.length];
    double[] y = new double[flat.length];
    int count = 0;
    for (int k = 0; k < flat.length; k++) {
      if (flat[k] <= most) {
        x[count] = log[k];
        y[count++] = power[k];
      }
    }
    return Line.fit(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
  }

  private static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (above - sorted[below]);
  }

  private static double[] minus(double[] power, double[] log, Line line) {
    double[] left = new double[power.length];
    for (int k = 0; k < power.length; k++) {
      left[k] = power[k] - line.at(log[k]);
    }
    return left;
  }
}
