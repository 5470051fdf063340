package dev.glia.signal.cohorts;

import dev.glia.api.figure.Axis;
import dev.glia.api.figure.Content.BarSeries;
import dev.glia.api.figure.Content.Bars;
import dev.glia.api.figure.Figure;
import dev.glia.api.random.RandomStream;
import dev.glia.learners.metrics.Effects;
import dev.glia.learners.validation.MultipleTests;
import dev.glia.learners.validation.PermutationTest;
import java.util.ArrayList;
import java.util.List;

/**
 * What two groups of sessions differ in, a feature at a time; features are means over epochs and
 * channels.
 *
 * @param name as {@code off - control}
 * @param sizes Cohen's d; of paired sessions the mean difference over its deviation
 * @param t Student's t of paired sessions; NaN of others
 * @param p of permutations, adjusted by Benjamini and Hochberg
 */
public record GroupEffects(String name, double[] sizes, double[] t, double[] p) {
  private static final double LEVEL = 0.05;

  /**
   * Compares all features.
   *
   * @param paired whether both states have sessions of the same subjects, in one order
   * @param draws of permutations
   */
  public static GroupEffects of(
      List<Session> sessions,
      String first,
      String second,
      boolean paired,
      int draws,
      RandomStream random) {
    int count = sessions.get(0).features()[0][0].length;
    double[] sizes = new double[count];
    double[] t = new double[count];
    double[] p = new double[count];
    for (int f = 0; f < count; f++) {
      double[] a = of(sessions, first, f);
      double[] b = of(sessions, second, f);
      if (paired) {
        t[f] = Effects.pairedT(a, b);
        sizes[f] = t[f] / Math.sqrt(a.length);
        double[] change = new double[a.length];
        for (int i = 0; i < change.length; i++) {
          change[i] = a[i] - b[i];
        }
        p[f] = PermutationTest.ofSigns(change, draws, random);
      } else {
        t[f] = Double.NaN;
        sizes[f] = Effects.cohensD(a, b);
        p[f] = PermutationTest.ofMeans(a, b, draws, random);
      }
    }
    return new GroupEffects(first + " - " + second, sizes, t, MultipleTests.benjaminiHochberg(p));
  }

  private static double[] of(List<Session> sessions, String state, int feature) {
    return sessions.stream()
        .filter(s -> s.state().equals(state))
        .mapToDouble(s -> s.mean(feature))
        .toArray();
  }

  /** Effect sizes of several comparisons; what differs in any has a star. */
  public static Figure figure(List<GroupEffects> effects, List<String> features) {
    List<String> names = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      int feature = f;
      boolean any = effects.stream().anyMatch(e -> e.p()[feature] < LEVEL);
      names.add(features.get(f) + (any ? " *" : ""));
    }
    return new Figure(
        "effects",
        "What groups differ in",
        "Effect sizes: Cohen's d between groups, and mean over deviation of the differences within"
            + " subjects. A star: at least one comparison has a false discovery rate below 5 %.",
        new Bars(
            Axis.of("effect size", ""),
            names,
            effects.stream().map(e -> new BarSeries(e.name(), e.sizes(), new double[0])).toList()));
  }
}
