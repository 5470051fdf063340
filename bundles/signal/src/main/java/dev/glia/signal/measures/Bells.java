package dev.glia.signal.measures;

import dev.glia.signal.measures.AperiodicFit.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of Gaussian bells {@code height exp(-(x - center)²/(2 sd²))}: found one by one, then fitted
 * together within bounds. Parameters are center, height, sd of each in turn.
 */
final class Bells {
  private static final double HALF_WIDTH = 2 * Math.sqrt(2 * Math.log(2)); // of a bell, in sd
  private static final int ROUNDS = 60;

  private final double[] x;
  private final double[] y;
  private final double[] low;
  private final double[] high;
  private double[] parameters;

  private Bells(double[] x, double[] y, double[] guess, Search search) {
    this.x = x;
    this.y = y;
    parameters = guess.clone();
    low = new double[guess.length];
    high = new double[guess.length];
    for (int p = 0; p < guess.length; p += 3) {
      low[p] = Math.max(x[0], guess[p] - 2 * guess[p + 2]);
      high[p] = Math.min(x[x.length - 1], guess[p] + 2 * guess[p + 2]);
      high[p + 1] = Double.POSITIVE_INFINITY;
      low[p + 2] = search.narrow();
      high[p + 2] = search.wide();
    }
  }

  /** Finds and fits. */
  static double[] search(double[] x, double[] y, Search search) {
    double[] guess = guesses(x, y.clone(), search);
    return guess.length == 0 ? guess : new Bells(x, y, guess, search).fit();
  }

  static double[] sum(double[] x, double[] parameters) {
    double[] sum = new double[x.length];
    for (int p = 0; p < parameters.length; p += 3) {
      for (int i = 0; i < x.length; i++) {
        double z = (x[i] - parameters[p]) / parameters[p + 2];
        sum[i] += parameters[p + 1] * Math.exp(-0.5 * z * z);
      }
    }
    return sum;
  }

  /** The highest point, then that of what's left without its bell, and so on. */
  private static double[] guesses(double[] x, double[] left, Search search) {
    List<Double> guesses = new ArrayList<>();
    for (int round = 0; round < search.most(); round++) {
      int top = 0;
      for (int i = 1; i < left.length; i++) {
        top = left[i] > left[top] ? i : top;
      }
      double height = left[top];
      if (height <= search.threshold() * Math.sqrt(Moments.variance(left))
          || height <= search.lowest()) {
        break;
      }
      double sd = Math.clamp(width(x, left, top) / HALF_WIDTH, search.narrow(), search.wide());
      double[] bell = sum(x, new double[] {x[top], height, sd});
      for (int i = 0; i < left.length; i++) {
        left[i] -= bell[i];
      }
      if (x[top] - x[0] > sd && x[x.length - 1] - x[top] > sd) {
        guesses.addAll(List.of(x[top], height, sd));
      }
    }
    return guesses.stream().mapToDouble(d -> d).toArray();
  }

  /** Twice the way to the nearer point that's half as high. */
  private static double width(double[] x, double[] y, int top) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = top - 1; i >= 0; i--) {
      if (y[i] <= y[top] / 2) {
        nearest = x[top] - x[i];
        break;
      }
    }
    for (int i = top + 1; i < y.length; i++) {
      if (y[i] <= y[top] / 2) {
        nearest = Math.min(nearest, x[i] - x[top]);
        break;
      }
    }
    return 2 * nearest;
  }

  /** Levenberg's and Marquardt's way; a step beyond a bound ends at it. */
  private double[] fit() {
    double damping = 1e-3;
    double error = error(parameters);
    for (int round = 0; round < ROUNDS && damping < 1e10; round++) {
      double[] next = step(damping);
      double better = error(next);
      if (better < error) {
        boolean done = error - better < 1e-6 * error;
        parameters = next;
        error = better;
        damping /= 5;
        if (done) {
          break;
        }
      } else {
        damping *= 5;
      }
    }
    return parameters;
  }

  private double error(double[] of) {
    double[] sum = sum(x, of);
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      error += (y[i] - sum[i]) * (y[i] - sum[i]);
    }
    return error;
  }

  private double[] step(double damping) {
    int n = parameters.length;
    double[][] system = new double[n][n + 1];
    double[] sum = sum(x, parameters);
    double[] slope = new double[n];
    for (int i = 0; i < x.length; i++) {
      for (int p = 0; p < n; p += 3) {
        double z = (x[i] - parameters[p]) / parameters[p + 2];
        double bell = Math.exp(-0.5 * z * z);
        slope[p] = parameters[p + 1] * bell * z / parameters[p + 2];
        slope[p + 1] = bell;
        slope[p + 2] = slope[p] * z;
      }
      for (int a = 0; a < n; a++) {
        for (int b = 0; b <= a; b++) {
          system[a][b] += slope[a] * slope[b];
        }
        system[a][n] += slope[a] * (y[i] - sum[i]);
      }
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        system[b][a] = system[a][b];
      }
      system[a][a] += damping * system[a][a] + 1e-12;
    }
    double[] change = solve(system);
    double[] next = new double[n];
    for (int a = 0; a < n; a++) {
      next[a] = Math.clamp(parameters[a] + change[a], low[a], high[a]);
    }
    return next;
  }

  /** Gauss's elimination with pivots. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(system[r][c]) > Math.abs(system[pivot][c]) ? r : pivot;
      }
      double[] kept = system[c];
      system[c] = system[pivot];
      system[pivot] = kept;
      for (int r = c + 1; r < n; r++) {
        double factor = system[r][c] / system[c][c];
        for (int k = c; k <= n; k++) {
          system[r][k] -= factor * system[c][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int r = n - 1; r >= 0; r--) {
      double sum = system[r][n];
      for (int k = r + 1; k < n; k++) {
        sum -= system[r][k] * solution[k];
      }
      solution[r] = sum / system[r][r];
    }
    return Arrays.stream(solution).map(v -> Double.isFinite(v) ? v : 0).toArray();
  }
}
