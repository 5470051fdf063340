package dev.glia.signal.spectra;

import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * Discrete Fourier transforms of any length, {@code X[k] = Σ x[n] exp(-2πi kn/N)}, and back with
 * {@code 1/N}. Lengths that aren't powers of two go by Bluestein's way, over one that is.
 */
public final class Fourier {
  private Fourier() {}

  /** Transforms in place. */
  public static void forward(double[] real, double[] imaginary) {
    transform(real, imaginary);
  }

  /** Transforms back in place. */
  public static void inverse(double[] real, double[] imaginary) {
    transform(imaginary, real); // swapped parts: the conjugate transform
    for (int i = 0; i < real.length; i++) {
      real[i] /= real.length;
      imaginary[i] /= real.length;
    }
  }

  /** Powers {@code |X[k]|²} of a real signal for k from 0 to N/2. */
  public static double[] powers(double[] signal) {
    double[] real = signal.clone();
    double[] imaginary = new double[real.length];
    forward(real, imaginary);
    double[] powers = new double[real.length / 2 + 1];
    for (int k = 0; k < powers.length; k++) {
      powers[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
    }
    return powers;
  }

  /** The convolution of a signal with a kernel, both as they are: {@code n + m - 1} values. */
  public static double[][] convolve(double[] signal, double[] kernelReal, double[] kernelImag) {
    int length = signal.length + kernelReal.length - 1;
    int size = powerOfTwo(length);
    double[][] a = {java.util.Arrays.copyOf(signal, size), new double[size]};
    double[][] b = {
      java.util.Arrays.copyOf(kernelReal, size), java.util.Arrays.copyOf(kernelImag, size)
    };
    multiply(a, b);
    return new double[][] {
      java.util.Arrays.copyOf(a[0], length), java.util.Arrays.copyOf(a[1], length)
    };
  }

  private static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    if (n < 2) {
      return;
    }
    if ((n & (n - 1)) == 0) {
      fast(real, imaginary, TransformType.FORWARD);
    } else {
      bluestein(real, imaginary);
    }
  }

  private static void fast(double[] real, double[] imaginary, TransformType type) {
    FastFourierTransformer.transformInPlace(
        new double[][] {real, imaginary}, DftNormalization.STANDARD, type);
  }

  private static int powerOfTwo(int length) {
    int size = 1;
    while (size < length) {
      size *= 2;
    }
    return size;
  }

  /** {@code kn = (k² + n² - (k-n)²)/2}: a convolution with a chirp. */
  private static void bluestein(double[] real, double[] imaginary) {
    int n = real.length;
    int size = powerOfTwo(2 * n - 1);
    double[][] a = new double[2][size];
    double[][] chirp = new double[2][size];
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int k = 0; k < n; k++) {
      double angle = Math.PI * ((long) k * k % (2L * n)) / n; // exact before it's an angle
      cos[k] = Math.cos(angle);
      sin[k] = Math.sin(angle);
      a[0][k] = real[k] * cos[k] + imaginary[k] * sin[k];
      a[1][k] = imaginary[k] * cos[k] - real[k] * sin[k];
      chirp[0][k] = cos[k];
      chirp[1][k] = sin[k];
      if (k > 0) {
        chirp[0][size - k] = cos[k];
        chirp[1][size - k] = sin[k];
      }
    }
    multiply(a, chirp);
    for (int k = 0; k < n; k++) {
      real[k] = a[0][k] * cos[k] + a[1][k] * sin[k];
      imaginary[k] = a[1][k] * cos[k] - a[0][k] * sin[k];
    }
  }

  /** The circular convolution of both, in a. */
  private static void multiply(double[][] a, double[][] b) {
    fast(a[0], a[1], TransformType.FORWARD);
    fast(b[0], b[1], TransformType.FORWARD);
    for (int i = 0; i < a[0].length; i++) {
      double real = a[0][i] * b[0][i] - a[1][i] * b[1][i];
      a[1][i] = a[0][i] * b[1][i] + a[1][i] * b[0][i];
      a[0][i] = real;
    }
    fast(a[0], a[1], TransformType.INVERSE);
  }
}
