package dev.glia.learners.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** L-BFGS for smooth convex functions, with a line search for Armijo's condition and curvature. */
public final class Minimizer {
  private static final int MEMORY = 20;
  private static final int ITERATIONS = 5000;

  private Minimizer() {}

  /** A function and its gradient. */
  @FunctionalInterface
  public interface Objective {
    /** The value at a point; {@code gradient} is overwritten. */
    double at(double[] point, double[] gradient);
  }

  private record Pair(double[] step, double[] change, double product) {}

  /**
   * Goes downhill until no component of the gradient exceeds the tolerance, or no step helps.
   *
   * @param start is overwritten by the minimum, and returned
   */
  public static double[] minimize(double[] start, Objective objective, double tolerance) {
    double[] point = start;
    double[] gradient = new double[point.length];
    double value = objective.at(point, gradient);
    Deque<Pair> memory = new ArrayDeque<>();
    double[] trial = new double[point.length];
    double[] trialGradient = new double[point.length];
    for (int i = 0; i < ITERATIONS && largest(gradient) > tolerance; i++) {
      double[] direction = direction(gradient, memory);
      double slope = Dense.dot(direction, gradient);
      double length = memory.isEmpty() ? Math.min(1, 1 / largest(gradient)) : 1;
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double reached = Double.NaN;
      boolean found = false;
      for (int s = 0; s < 60 && !found; s++) { // weak Wolfe conditions by bisection
        for (int j = 0; j < point.length; j++) {
          trial[j] = point[j] + length * direction[j];
        }
        reached = objective.at(trial, trialGradient);
        if (!(reached <= value + 1e-4 * length * slope)) {
          high = length;
          length = (low + high) / 2;
        } else if (Dense.dot(direction, trialGradient) < 0.9 * slope) {
          low = length;
          length = Double.isInfinite(high) ? 2 * length : (low + high) / 2;
        } else {
          found = true;
        }
      }
      if (!found && !(reached < value)) {
        return point; // rounding hides what is left
      }
      remember(memory, point, gradient, trial, trialGradient);
      System.arraycopy(trial, 0, point, 0, point.length);
      System.arraycopy(trialGradient, 0, gradient, 0, point.length);
      value = reached;
    }
    return point;
  }

  private static void remember(
      Deque<Pair> memory, double[] x, double[] g, double[] newX, double[] newG) {
    double[] step = new double[x.length];
    double[] change = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      step[j] = newX[j] - x[j];
      change[j] = newG[j] - g[j];
    }
    double product = Dense.dot(step, change);
    if (product > 0) {
      memory.addFirst(new Pair(step, change, product));
    }
    if (memory.size() > MEMORY) {
      memory.removeLast();
    }
  }

  /** The two-loop recursion. */
  private static double[] direction(double[] gradient, Deque<Pair> memory) {
    double[] q = gradient.clone();
    double[] shares = new double[memory.size()];
    int at = 0;
    for (Pair pair : memory) {
      shares[at] = Dense.dot(pair.step, q) / pair.product;
      add(q, -shares[at++], pair.change);
    }
    if (!memory.isEmpty()) {
      Pair last = memory.peekFirst();
      double scale = last.product / Dense.dot(last.change, last.change);
      for (int j = 0; j < q.length; j++) {
        q[j] *= scale;
      }
    }
    for (Iterator<Pair> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Pair pair = oldest.next();
      add(q, shares[--at] - Dense.dot(pair.change, q) / pair.product, pair.step);
    }
    for (int j = 0; j < q.length; j++) {
      q[j] = -q[j];
    }
    return q;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int j = 0; j < to.length; j++) {
      to[j] += factor * what[j];
    }
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
