package dev.glia.signal.cohorts;

import dev.glia.api.random.RandomStream;
import dev.glia.signal.cohorts.Layers.Linear;
import dev.glia.signal.cohorts.Layers.Norm;
import java.util.ArrayList;
import java.util.List;

/**
 * A small attention classifier of two classes: a token is a channel's features, made as long as the
 * network is wide, plus what is learned of the channel; one encoder layer, normalized behind its
 * parts; the mean over tokens gives the logit. Its features should be standardized.
 *
 * <p>Once it's fitted, it's safe for any thread.
 */
public final class ChannelTransformer {
  private static final int WIDE = 32;
  private static final int HEADS = 4;
  private static final int INNER = 64;
  private static final double DROPPED = 0.2;
  private static final double RATE = 2e-3;
  private static final double DECAY = 1e-2;
  private static final int BATCH = 32;

  private final Linear embedding;
  private final Parameter channel;
  private final Attention attention;
  private final Norm first = Norm.of(WIDE);
  private final Linear inner;
  private final Linear outer;
  private final Norm second = Norm.of(WIDE);
  private final Linear head;

  private ChannelTransformer(int tokens, int features, RandomStream random) {
    embedding = Linear.of(features, WIDE, random);
    channel = Parameter.uniform(tokens * WIDE, 0.1, random);
    attention = Attention.of(WIDE, HEADS, random);
    inner = Linear.of(WIDE, INNER, random);
    outer = Linear.of(INNER, WIDE, random);
    head = Linear.of(WIDE, 1, random);
  }

  /**
   * Fits with cross-entropy.
   *
   * @param x {@code [sample][channel][feature]}
   * @param labels 0 or 1, one a sample
   * @param epochs how often all samples are seen
   */
  public static ChannelTransformer fit(
      double[][][] x, int[] labels, int epochs, RandomStream random) {
    ChannelTransformer network = new ChannelTransformer(x[0].length, x[0][0].length, random);
    List<Parameter> parameters = network.parameters();
    int[] order = java.util.stream.IntStream.range(0, x.length).toArray();
    int steps = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int held = order[i];
        order[i] = order[j];
        order[j] = held;
      }
      for (int from = 0; from < order.length; from += BATCH) {
        int to = Math.min(order.length, from + BATCH);
        for (int i = from; i < to; i++) {
          network.learn(x[order[i]], labels[order[i]], 1.0 / (to - from), DROPPED, random);
        }
        steps++;
        for (Parameter parameter : parameters) {
          parameter.step(steps, RATE, DECAY);
        }
      }
    }
    return network;
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(channel));
    for (Linear linear : List.of(embedding, inner, outer, head)) {
      all.addAll(linear.parameters());
    }
    all.addAll(first.parameters());
    all.addAll(second.parameters());
    all.addAll(attention.parameters());
    return all;
  }

  /** The logit of class 1 for a sample, {@code [channel][feature]}. */
  public double logit(double[][] x) {
    return forward(x, 0, null).logit;
  }

  static ChannelTransformer untrained(int tokens, int features, RandomStream random) {
    return new ChannelTransformer(tokens, features, random);
  }

  /** Adds the gradients of a sample's loss, times a weight; returns the loss. */
  double learn(double[][] x, int label, double weight, double dropped, RandomStream random) {
    Pass pass = forward(x, dropped, random);
    double p = 1 / (1 + Math.exp(-pass.logit));
    backward(pass, weight * (p - label));
    return Math.log1p(Math.exp(-Math.abs(pass.logit)))
        + Math.max(pass.logit, 0)
        - label * pass.logit;
  }

  /** All that the way back needs. */
  private static final class Pass {
    double[][] x;
    Attention.Trace trace;
    double[][] attended; // before the first norm
    double[][] normed;
    double[][] hidden; // after rectification and dropping
    double[][] added; // before the second norm
    double[][] pooled;
    double[][] dropAttention;
    double[][] dropHidden;
    double[][] dropOuter;
    double logit;
  }

  private Pass forward(double[][] x, double dropped, RandomStream random) {
    Pass pass = new Pass();
    int tokens = x.length;
    pass.x = x;
    pass.dropAttention = Layers.mask(tokens, WIDE, dropped, random);
    pass.dropHidden = Layers.mask(tokens, INNER, dropped, random);
    pass.dropOuter = Layers.mask(tokens, WIDE, dropped, random);
    double[][] embedded = embedding.forward(x);
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < WIDE; i++) {
        embedded[t][i] += channel.value[t * WIDE + i];
      }
    }
    pass.trace = attention.forward(embedded);
    pass.attended = Layers.plus(embedded, Layers.times(pass.trace.y(), pass.dropAttention));
    pass.normed = first.forward(pass.attended);
    pass.hidden = inner.forward(pass.normed);
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < INNER; i++) {
        pass.dropHidden[t][i] = pass.hidden[t][i] > 0 ? pass.dropHidden[t][i] : 0;
      }
    }
    pass.hidden = Layers.times(pass.hidden, pass.dropHidden);
    pass.added = Layers.plus(pass.normed, Layers.times(outer.forward(pass.hidden), pass.dropOuter));
    double[][] last = second.forward(pass.added);
    pass.pooled = new double[1][WIDE];
    for (double[] token : last) {
      for (int i = 0; i < WIDE; i++) {
        pass.pooled[0][i] += token[i] / tokens;
      }
    }
    pass.logit = head.forward(pass.pooled)[0][0];
    return pass;
  }

  private void backward(Pass pass, double dLogit) {
    int tokens = pass.x.length;
    double[] dPooled = head.backward(pass.pooled, new double[][] {{dLogit}})[0];
    double[][] dLast = new double[tokens][WIDE];
    for (double[] row : dLast) {
      for (int i = 0; i < WIDE; i++) {
        row[i] = dPooled[i] / tokens;
      }
    }
    double[][] dAdded = second.backward(pass.added, dLast);
    double[][] dHidden = outer.backward(pass.hidden, Layers.times(dAdded, pass.dropOuter));
    double[][] dNormed =
        Layers.plus(dAdded, inner.backward(pass.normed, Layers.times(dHidden, pass.dropHidden)));
    double[][] dAttended = first.backward(pass.attended, dNormed);
    double[][] dEmbedded =
        Layers.plus(
            dAttended, attention.backward(pass.trace, Layers.times(dAttended, pass.dropAttention)));
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < WIDE; i++) {
        channel.gradient[t * WIDE + i] += dEmbedded[t][i];
      }
    }
    embedding.backward(pass.x, dEmbedded);
  }
}
