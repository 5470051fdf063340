package dev.glia.signal.simulation;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.spectra.Fourier;
import java.util.function.DoubleUnaryOperator;

/** Noise of a wanted spectrum. */
public final class Noise {
  private Noise() {}

  /** Independent standard normal numbers. */
  public static double[] white(int length, RandomStream random) {
    double[] noise = new double[length];
    for (int i = 0; i < length; i++) {
      noise[i] = random.nextNormal();
    }
    return noise;
  }

  /** Power falls as {@code f^-exponent}; no mean, standard deviation 1. */
  public static double[] colored(int length, double exponent, double rate, RandomStream random) {
    return standard(shaped(length, rate, f -> Math.pow(f, -exponent), random));
  }

  /**
   * Noise whose spectrum has a form, by random complex normal coefficients.
   *
   * @param density by frequency in hertz, above 0, up to a factor
   */
  public static double[] shaped(
      int length, double rate, DoubleUnaryOperator density, RandomStream random) {
    double[] real = new double[length];
    double[] imaginary = new double[length];
    for (int k = 1; 2 * k <= length; k++) {
      double amplitude = Math.sqrt(density.applyAsDouble(k * rate / length));
      real[k] = amplitude * random.nextNormal();
      imaginary[k] = 2 * k == length ? 0 : amplitude * random.nextNormal();
      real[length - k] = real[k];
      imaginary[length - k] = -imaginary[k];
    }
    Fourier.inverse(real, imaginary);
    return real;
  }

  /**
   * A narrow rhythm: white noise through a resonance of second order, standard deviation 1.
   *
   * @param width hertz between the points of half power
   */
  public static double[] rhythm(
      int length, double hz, double width, double rate, RandomStream random) {
    double radius = Math.exp(-Math.PI * width / rate);
    double a1 = 2 * radius * Math.cos(2 * Math.PI * hz / rate);
    double a2 = -radius * radius;
    int warmUp = (int) Math.ceil(5 * rate / width);
    double[] out = new double[length];
    double last = 0;
    double before = 0;
    for (int i = -warmUp; i < length; i++) {
      double now = a1 * last + a2 * before + random.nextNormal();
      before = last;
      last = now;
      if (i >= 0) {
        out[i] = now;
      }
    }
    return standard(out);
  }

  /** Without its mean, and of standard deviation 1, in place. */
  public static double[] standard(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
      squares += values[i] * values[i] / values.length;
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }
}
