package dev.glia.signal.spectra;

/**
 * A signal with its Hilbert transform as the imaginary part.
 *
 * @param real the signal, {@code imaginary} a quarter of a cycle later
 */
public record AnalyticSignal(double[] real, double[] imaginary) {
  /** By way of its Fourier transform, of which the negative frequencies are left out. */
  public static AnalyticSignal of(double[] signal) {
    int n = signal.length;
    double[] real = signal.clone();
    double[] imaginary = new double[n];
    Fourier.forward(real, imaginary);
    for (int k = 1; k < n; k++) {
      int factor = 2 * k < n ? 2 : 2 * k == n ? 1 : 0;
      real[k] *= factor;
      imaginary[k] *= factor;
    }
    Fourier.inverse(real, imaginary);
    return new AnalyticSignal(real, imaginary);
  }

  public double[] amplitude() {
    double[] amplitude = new double[real.length];
    for (int i = 0; i < amplitude.length; i++) {
      amplitude[i] = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
    }
    return amplitude;
  }

  /** From -π to π. */
  public double[] phase() {
    double[] phase = new double[real.length];
    for (int i = 0; i < phase.length; i++) {
      phase[i] = Math.atan2(imaginary[i], real[i]);
    }
    return phase;
  }

  /** Hertz between each sample and the next: how fast the phase turns. */
  public double[] frequency(double rate) {
    double[] hz = new double[Math.max(0, real.length - 1)];
    for (int i = 0; i < hz.length; i++) {
      double cross = real[i] * imaginary[i + 1] - imaginary[i] * real[i + 1];
      double dot = real[i] * real[i + 1] + imaginary[i] * imaginary[i + 1];
      hz[i] = Math.atan2(cross, dot) * rate / (2 * Math.PI);
    }
    return hz;
  }
}
