package dev.glia.platform.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Values between sensors: a thin-plate spline through all of them, or a mean weighted by nearness
 * where sensors are too many or too ill placed for one.
 */
final class ScalpField {
  private static final int MOST_SPLINE = 320;
  private static final double NEAR = 1e-6;

  private record Sensor(double x, double y, double value) {}

  private final List<Sensor> sensors = new ArrayList<>();
  private final double[] weights;

  /** Sensors without a finite place and value are left out, as are second ones at a place. */
  ScalpField(double[] x, double[] y, double[] values) {
    int n = Math.min(values.length, Math.min(x.length, y.length));
    for (int i = 0; i < n; i++) {
      double px = x[i];
      double py = y[i];
      boolean usable = Math.abs(px) < 100 && Math.abs(py) < 100 && Math.abs(values[i]) < 1e100;
      if (usable && sensors.stream().noneMatch(s -> near(s, px, py))) {
        sensors.add(new Sensor(px, py, values[i]));
      }
    }
    weights = sensors.size() >= 3 && sensors.size() <= MOST_SPLINE ? spline() : null;
  }

  private static boolean near(Sensor sensor, double x, double y) {
    return Math.hypot(sensor.x() - x, sensor.y() - y) < 1e-4;
  }

  boolean isEmpty() {
    return sensors.isEmpty();
  }

  /** The value at a place; finite unless there's no sensor at all. */
  double at(double x, double y) {
    if (weights == null) {
      return weighted(x, y);
    }
    int n = sensors.size();
    double sum = weights[n] + weights[n + 1] * x + weights[n + 2] * y;
    for (int i = 0; i < n; i++) {
      Sensor s = sensors.get(i);
      sum += weights[i] * kernel(Math.hypot(s.x() - x, s.y() - y));
    }
    return sum;
  }

  private double weighted(double x, double y) {
    double sum = 0;
    double total = 0;
    for (Sensor s : sensors) {
      double d2 = NEAR + (s.x() - x) * (s.x() - x) + (s.y() - y) * (s.y() - y);
      double weight = 1 / (d2 * d2);
      sum += weight * s.value();
      total += weight;
    }
    return total == 0 ? Double.NaN : sum / total;
  }

  private static double kernel(double r) {
    return r < NEAR ? 0 : r * r * Math.log(r);
  }

  /** Weights of the sensors, then of 1, x and y; null if the system has no good solution. */
  private double[] spline() {
    int n = sensors.size();
    double[][] a = new double[n + 3][n + 4];
    for (int i = 0; i < n; i++) {
      Sensor s = sensors.get(i);
      for (int j = 0; j < n; j++) {
        Sensor other = sensors.get(j);
        a[i][j] = kernel(Math.hypot(s.x() - other.x(), s.y() - other.y()));
      }
      a[i][n] = a[n][i] = 1;
      a[i][n + 1] = a[n + 1][i] = s.x();
      a[i][n + 2] = a[n + 2][i] = s.y();
      a[i][n + 3] = s.value();
    }
    return solve(a);
  }

  private static double[] solve(double[][] a) {
    int n = a.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      if (!(Math.abs(a[pivot][column]) > 1e-10)) {
        return null;
      }
      double[] swapped = a[column];
      a[column] = a[pivot];
      a[pivot] = swapped;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; factor != 0 && k <= n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = a[row][n];
      for (int k = row + 1; k < n; k++) {
        sum -= a[row][k] * solution[k];
      }
      solution[row] = sum / a[row][row];
    }
    return solution;
  }
}
