package dev.glia.signal.spectra;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Signals that Python makes to the last bits, too:
 *
 * <pre>
 * i = np.arange(1000)
 * x = np.sin(.1*i) + .5*np.cos(.37*i+1) + ((i*7919)%1000)/1000 - .5
 * y = np.sin(.1*i+.7) + .3*np.sin(.61*i) + ((i*6007)%1000)/1000 - .5
 * </pre>
 */
public final class Waves {
  private Waves() {}

  public static double[] x() {
    return of(
        1000, i -> Math.sin(.1 * i) + .5 * Math.cos(.37 * i + 1) + (i * 7919 % 1000) / 1000.0 - .5);
  }

  public static double[] y() {
    return of(
        1000,
        i -> Math.sin(.1 * i + .7) + .3 * Math.sin(.61 * i) + (i * 6007 % 1000) / 1000.0 - .5);
  }

  public static double[] of(int length, IntToDoubleFunction at) {
    return IntStream.range(0, length).mapToDouble(at).toArray();
  }
}
