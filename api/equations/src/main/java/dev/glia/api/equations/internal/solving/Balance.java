package dev.glia.api.equations.internal.solving;

import java.util.Arrays;

/**
 * Finds units for the variables of a linear system in which its entries are of similar size, so
 * that a coupling of 5e9 V/(A s) doesn't drown a decay of 50/s. Scales are powers of two: applying
 * them rounds nothing.
 */
final class Balance {
  private static final int MOST_SWEEPS = 200;

  private final double[][] a;
  private final double[] scale;
  private final double floor;

  private Balance(double[][] a, double t) {
    this.a = a;
    this.scale = new double[a.length];
    Arrays.fill(scale, 1);
    double largest = 1 / t;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i][i]));
    }
    this.floor = largest;
  }

  /** Scales d for which the matrix {@code a[i][j]*d[j]/d[i]} is balanced. */
  static double[] scales(double[][] a, double t) {
    return new Balance(a, t).scales();
  }

  private double[] scales() {
    boolean changed = true;
    for (int sweep = 0; changed && sweep < MOST_SWEEPS; sweep++) {
      changed = false;
      for (int i = 0; i < a.length; i++) {
        changed |= improve(i);
      }
    }
    return scale;
  }

  /** Moves one variable's scale; the floor keeps one-way couplings from moving it for ever. */
  private boolean improve(int i) {
    double row = floor;
    double column = floor;
    for (int j = 0; j < a.length; j++) {
      if (j != i) {
        row += Math.abs(a[i][j]) * scale[j] / scale[i];
        column += Math.abs(a[j][i]) * scale[i] / scale[j];
      }
    }
    double ratio = Math.sqrt(row / column);
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      return false;
    }
    int exponent = (int) Math.rint(Math.log(ratio) / Math.log(2));
    double moved = Math.scalb(scale[i], exponent);
    if (exponent == 0 || !(moved > 0x1p-500 && moved < 0x1p500)) {
      return false;
    }
    scale[i] = moved;
    return true;
  }
}
