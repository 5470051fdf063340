package dev.glia.signal.filters;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * Designs Butterworth filters as second-order sections: analog poles on a circle, moved to the band
 * and by the bilinear transform, with warped edges, to samples. A band filter has twice the order.
 */
public final class Butterworth {
  private final int order;
  private final double rate;

  private Butterworth(int order, double rate) {
    if (order < 1 || order > 20) {
      throw new IllegalArgumentException("order 1 to 20, not " + order);
    }
    this.order = order;
    this.rate = rate;
  }

  /** Passes what's slower. */
  public static SecondOrderSections lowPass(int order, double hz, double rate) {
    return new Butterworth(order, rate).low(hz);
  }

  /** Passes what's faster. */
  public static SecondOrderSections highPass(int order, double hz, double rate) {
    return new Butterworth(order, rate).high(hz);
  }

  /** Passes what lies between. */
  public static SecondOrderSections bandPass(int order, double low, double high, double rate) {
    return new Butterworth(order, rate).band(low, high, true);
  }

  /** Stops what lies between. */
  public static SecondOrderSections bandStop(int order, double low, double high, double rate) {
    return new Butterworth(order, rate).band(low, high, false);
  }

  private double warped(double hz) {
    if (!(hz > 0) || hz >= rate / 2) {
      throw new IllegalArgumentException(
          "edges lie between 0 and half the rate, " + rate / 2 + " Hz, not at " + hz + " Hz");
    }
    return 2 * rate * Math.tan(Math.PI * hz / rate);
  }

  private List<Complex> prototype() {
    List<Complex> poles = new ArrayList<>();
    for (int k = 0; k < order; k++) {
      double angle = Math.PI * (2 * k + 1 + order) / (2.0 * order);
      boolean real = 2 * k + 1 == order;
      poles.add(real ? new Complex(-1) : new Complex(Math.cos(angle), Math.sin(angle)));
    }
    return poles;
  }

  private SecondOrderSections low(double hz) {
    double edge = warped(hz);
    List<Complex> poles = prototype().stream().map(p -> digital(p.multiply(edge))).toList();
    return sections(poles, -1, -1, new Complex(1));
  }

  private SecondOrderSections high(double hz) {
    double edge = warped(hz);
    List<Complex> poles =
        prototype().stream().map(p -> digital(new Complex(edge).divide(p))).toList();
    return sections(poles, 1, 1, new Complex(-1));
  }

  private SecondOrderSections band(double low, double high, boolean pass) {
    if (!(low < high)) {
      throw new IllegalArgumentException("a band from " + low + " to " + high + " Hz");
    }
    double from = warped(low);
    double to = warped(high);
    double center = Math.sqrt(from * to);
    List<Complex> poles = new ArrayList<>();
    for (Complex p : prototype()) {
      Complex half = pass ? p.multiply((to - from) / 2) : new Complex((to - from) / 2).divide(p);
      Complex root = half.multiply(half).subtract(center * center).sqrt();
      poles.add(digital(half.add(root)));
      poles.add(digital(half.subtract(root)));
    }
    double angle = 2 * Math.atan(center / (2 * rate));
    Complex middle = new Complex(Math.cos(angle), Math.sin(angle));
    return pass
        ? sections(poles, 1, -1, middle)
        : sections(poles, Double.NaN, middle.getReal(), new Complex(1));
  }

  private Complex digital(Complex pole) {
    return pole.add(2 * rate).divide(pole.negate().add(2 * rate));
  }

  /**
   * Sections of conjugate or real poles.
   *
   * @param zero of the numerators; NaN says that they're on the unit circle, {@code other} then
   *     being the cosine
   * @param unit where the gain is 1
   */
  private static SecondOrderSections sections(
      List<Complex> poles, double zero, double other, Complex unit) {
    List<double[]> sections = new ArrayList<>();
    List<Complex> reals = new ArrayList<>();
    double[] numerator =
        Double.isNaN(zero)
            ? new double[] {1, -2 * other, 1}
            : new double[] {1, -zero - other, zero * other};
    for (Complex pole : poles) {
      if (Math.abs(pole.getImaginary()) < 1e-14) {
        reals.add(pole);
      } else if (pole.getImaginary() > 0) {
        sections.add(section(numerator, -2 * pole.getReal(), pole.norm() * pole.norm()));
      }
    }
    for (int i = 0; i + 1 < reals.size(); i += 2) {
      double a = reals.get(i).getReal();
      double b = reals.get(i + 1).getReal();
      sections.add(section(numerator, -a - b, a * b));
    }
    if (reals.size() % 2 == 1) {
      double pole = reals.get(reals.size() - 1).getReal();
      sections.add(section(new double[] {1, -zero, 0}, -pole, 0));
    }
    SecondOrderSections raw = new SecondOrderSections(sections.toArray(double[][]::new));
    double gain = 1 / raw.response(unit).norm();
    for (int i = 0; i < 3; i++) {
      sections.get(0)[i] *= gain;
    }
    return new SecondOrderSections(sections.toArray(double[][]::new));
  }

  private static double[] section(double[] numerator, double a1, double a2) {
    return new double[] {numerator[0], numerator[1], numerator[2], 1, a1, a2};
  }
}
