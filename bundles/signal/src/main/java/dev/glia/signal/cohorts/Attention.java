package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.cohorts.Layers.Linear;
import java.util.ArrayList;
import java.util.List;

/** Tokens that look at each other, with several heads. */
record Attention(Linear queries, Linear keys, Linear values, Linear out, int heads) {
  static Attention of(int size, int heads, RandomStream random) {
    return new Attention(
        Linear.of(size, size, random),
        Linear.of(size, size, random),
        Linear.of(size, size, random),
        Linear.of(size, size, random),
        heads);
  }

  /** What the way back needs of the way forth. */
  record Trace(
      double[][] x,
      double[][] q,
      double[][] k,
      double[][] v,
      double[][][] shares,
      double[][] mixed,
      double[][] y) {}

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    for (Linear linear : List.of(queries, keys, values, out)) {
      all.addAll(linear.parameters());
    }
    return all;
  }

  Trace forward(double[][] x) {
    int tokens = x.length;
    int size = x[0].length;
    int wide = size / heads;
    double[][] q = queries.forward(x);
    double[][] k = keys.forward(x);
    double[][] v = values.forward(x);
    double[][][] shares = new double[heads][tokens][tokens];
    double[][] mixed = new double[tokens][size];
    for (int h = 0; h < heads; h++) {
      int from = h * wide;
      for (int a = 0; a < tokens; a++) {
        double[] row = shares[h][a];
        double top = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < tokens; b++) {
          for (int i = from; i < from + wide; i++) {
            row[b] += q[a][i] * k[b][i];
          }
          row[b] /= Math.sqrt(wide);
          top = Math.max(top, row[b]);
        }
        double sum = 0;
        for (int b = 0; b < tokens; b++) {
          row[b] = Math.exp(row[b] - top);
          sum += row[b];
        }
        for (int b = 0; b < tokens; b++) {
          row[b] /= sum;
          for (int i = from; i < from + wide; i++) {
            mixed[a][i] += row[b] * v[b][i];
          }
        }
      }
    }
    return new Trace(x, q, k, v, shares, mixed, out.forward(mixed));
  }

  double[][] backward(Trace trace, double[][] dy) {
    int tokens = dy.length;
    int size = dy[0].length;
    int wide = size / heads;
    double[][] dMixed = out.backward(trace.mixed(), dy);
    double[][] dq = new double[tokens][size];
    double[][] dk = new double[tokens][size];
    double[][] dv = new double[tokens][size];
    double[] dShare = new double[tokens];
    for (int h = 0; h < heads; h++) {
      int from = h * wide;
      for (int a = 0; a < tokens; a++) {
        double[] row = trace.shares()[h][a];
        double mean = 0;
        for (int b = 0; b < tokens; b++) {
          dShare[b] = 0;
          for (int i = from; i < from + wide; i++) {
            dShare[b] += dMixed[a][i] * trace.v()[b][i];
            dv[b][i] += row[b] * dMixed[a][i];
          }
          mean += row[b] * dShare[b];
        }
        for (int b = 0; b < tokens; b++) {
          double d = row[b] * (dShare[b] - mean) / Math.sqrt(wide);
          for (int i = from; i < from + wide; i++) {
            dq[a][i] += d * trace.k()[b][i];
            dk[b][i] += d * trace.q()[a][i];
          }
        }
      }
    }
    double[][] dx = queries.backward(trace.x(), dq);
    dx = Layers.plus(dx, keys.backward(trace.x(), dk));
    return Layers.plus(dx, values.backward(trace.x(), dv));
  }
}
