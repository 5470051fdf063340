package dev.glia.signal.spectra;

import java.util.Arrays;

/**
 * A complex Morlet wavelet: a wave under a bell of {@code cycles / (2π f)} standard deviation. It's
 * scaled so that a wave of its frequency comes out with its own amplitude.
 */
public final class MorletWavelet {
  private static final double WIDTH = 5; // standard deviations on each side

  private final double[] real;
  private final double[] imaginary;

  /**
   * A wavelet.
   *
   * @param cycles 3 to 10 are usual: more for finer frequencies, fewer for finer times
   */
  public MorletWavelet(double hz, double cycles, double rate) {
    if (!(hz > 0) || !(cycles > 0) || hz >= rate / 2) {
      throw new IllegalArgumentException(hz + " Hz in " + cycles + " cycles at " + rate + " Hz");
    }
    double sd = cycles / (2 * Math.PI * hz);
    int half = (int) Math.ceil(WIDTH * sd * rate);
    real = new double[2 * half + 1];
    imaginary = new double[2 * half + 1];
    double sum = 0;
    for (int i = -half; i <= half; i++) {
      double bell = Math.exp(-0.5 * (i / rate / sd) * (i / rate / sd));
      real[half + i] = bell * Math.cos(2 * Math.PI * hz * i / rate);
      imaginary[half + i] = bell * Math.sin(2 * Math.PI * hz * i / rate);
      sum += bell;
    }
    for (int i = 0; i < real.length; i++) {
      real[i] *= 2 / sum;
      imaginary[i] *= 2 / sum;
    }
  }

  /** The signal at this frequency over time; near its ends it's taken to be 0 beyond them. */
  public AnalyticSignal of(double[] signal) {
    double[][] all = Fourier.convolve(signal, real, imaginary);
    int half = real.length / 2;
    return new AnalyticSignal(
        Arrays.copyOfRange(all[0], half, half + signal.length),
        Arrays.copyOfRange(all[1], half, half + signal.length));
  }
}
