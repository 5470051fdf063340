package dev.glia.drivers.cpu;

import dev.glia.api.device.Deployment;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import java.util.Arrays;

/**
 * A projection that learns by some rule, with spikes on both sides that are given, and what is done
 * to it in between; the same for the same number.
 */
final class RandomLearning {
  static final String NAME = "in->cells";

  /** Rules, as name and equations, of which the first ones run over rows only. */
  enum Rule {
    ADDITIVE(
        true,
        "w = clip(w - a_minus*(w_max - w_min)*y, w_min, w_max); x += 1",
        "w = clip(w + a_plus*(w_max - w_min)*x, w_min, w_max); y += 1"),
    NEAREST(
        true,
        "w = clip(w - a_minus*(w_max - w_min)*y, w_min, w_max); x = 1",
        "w = clip(w + a_plus*(w_max - w_min)*x, w_min, w_max); y = 1"),
    TRACES_FIRST(
        true,
        "x += 1; w = clip(w - a_minus*y*(1 weight), w_min, w_max)",
        "y += 1; w = clip(w + a_plus*x*(1 weight), w_min, w_max)"),
    SYMMETRIC(
        true,
        "w = min(w + a_minus*y*(1 weight), w_max); x += 0.1",
        "w = min(w + a_plus*x*(1 weight), w_max); y += 0.1"),
    TRIPLET(
        true,
        "w = clip(w - y*(a_minus + a_minus*x_slow)*(w_max - w_min), w_min, w_max);"
            + " x += 1; x_slow += 1",
        "w = clip(w + x*(a_plus + a_plus*y_slow)*(w_max - w_min), w_min, w_max);"
            + " y += 1; y_slow += 1"),
    ANTI(
        true,
        "w = max(min(w + a_plus*y*(1 weight), w_max), w_min); x += 1",
        "w = max(min(w - a_minus*x*(1 weight), w_max), w_min); y += 1"),
    UNBOUNDED(true, "w -= a_minus*y*(1 weight); x += 1", "w += a_plus*x*(y - 1)*weight; y += 1"),
    VOLTAGE(true, "x += 1", "w = w + x*a_plus*tanh(v_post/(1 mV))*(1 weight); y += 1"),
    POST_ONLY(true, "x += 1", "w = clip((1 weight)*a_plus*x + w, w_min, w_max)"),
    WITH_VARIABLE(
        true,
        "e += y; w = clip(w - a_minus*e*(1 weight), w_min, w_max); x += 1",
        "w = clip(w + a_plus*x*(1 weight), w_min, w_max); y += 1"),
    MULTIPLICATIVE(
        true,
        "w = clip(w - a_minus*(w - w_min)*y, w_min, w_max); x += 1",
        "w = clip(w + a_plus*(w_max - w)*x, w_min, w_max); y += 1"),
    IN_PROPORTION(
        true,
        "w = w - a_minus*w*y; x = 1",
        "w = max(w*(1 - a_plus*x/(1 + y)) + a_plus*(w_max - w)*x*y_slow, w_min); y += 1;"
            + " y_slow = 1"),
    TWO_TRACES(
        false,
        "x += 1; x_slow += 1",
        "w = clip(w + (a_plus*x - a_minus*x_slow)*(1 weight), w_min, w_max)"),
    EITHER_SIGN(
        true,
        "w = clip(w - a_minus*y*(1 weight), w_min, w_max); x += 1",
        "w = clip(w + a_plus*x*(1 - y)*(1 weight), w_min, w_max); y += 1"),
    SLACK(
        true,
        "w -= a_minus*y*(1 weight); x += 1",
        "w = clip(w + a_plus*x*(1 weight), w_min, w_max); y += 1"),
    ELIGIBILITY(false, "e -= a_minus*y; x += 1", "e += a_plus*x; w += 0.01*e*weight; y += 1");

    final boolean byRows;
    private final String onPre;
    private final String onPost;

    Rule(boolean byRows, String onPre, String onPost) {
      this.byRows = byRows;
      this.onPre = onPre;
      this.onPost = onPost;
    }

    private LearningEquations equations() {
      return LearningEquations.of(
              """
              dx/dt = -x/tau_plus : 1 (pre)
              dx_slow/dt = -x_slow/tau_slow : 1 (pre)
              dy/dt = -y/tau_minus : 1 (post)
              dy_slow/dt = -y_slow/tau_slow : 1 (post)
              de/dt = -e/tau_slow : 1 (synapse)
              """)
          .onPre(onPre)
          .onPost(onPost)
          .on(LearningEquations.PRESENTATION, "w = w*1.5; x = 0.5")
          .parameter("a_plus", "0.02", "", "strengthening")
          .parameter("a_minus", "0.03", "", "weakening")
          .parameter("tau_plus", "20 ms", "(0, inf)", "")
          .parameter("tau_minus", "30 ms", "(0, inf)", "")
          .parameter("tau_slow", "50 ms", "(0, inf)", "")
          .parameter("w_min", "0 weight", "", "smallest weight")
          .parameter("w_max", "1 weight", "", "largest weight")
          .build();
    }
  }

  final Rule rule;
  private final long number;
  private final int sources;
  private final int targets;
  private final double rate;
  private final String tau;
  private final String step;
  private final String dt;
  private final boolean changes;

  RandomLearning(Rule rule, long number) {
    this(rule, number, 0);
  }

  /** With so many targets, or a random number of them for 0. */
  RandomLearning(Rule rule, long number, int size) {
    this.rule = rule;
    this.number = number;
    RandomStream random = new RandomStream(number, "learning", rule.ordinal());
    sources = size > 0 ? 2 : 1 + random.nextInt(12);
    int some = random.nextInt(3) == 0 ? 130 + random.nextInt(80) : 1 + random.nextInt(12);
    targets = size > 0 ? size : some;
    double someRate = pick(random, 0.002, 0.01, 0.05, 0.2);
    rate = size > 0 ? 0.2 : someRate;
    tau = pick(random, "20 ms", "3 ms", "0.4 ms", "100 ms");
    step = pick(random, "0.02", "0.3", "0.001");
    dt = pick(random, "0.1 ms", "1 ms");
    changes = random.nextInt(3) > 0;
  }

  @SafeVarargs
  private static <T> T pick(RandomStream random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int sources() {
    return sources;
  }

  int targets() {
    return targets;
  }

  private static NeuronEquations cell() {
    return NeuronEquations.of("dv/dt = -v/tau_m : mV")
        .spike("v > limit")
        .parameter("tau_m", "5 ms", "(0, inf)", "membrane time constant")
        .parameter("limit", "1e9 V", "", "threshold that nothing reaches")
        .build();
  }

  Network network() {
    return TestNetwork.with(dt)
        .seed(number)
        .population("in", sources, TestNetwork.relay())
        .population("cells", targets, cell())
        .project("in", "cells", this::connect)
        .probe("cells", "v", Math.min(targets, 1000), 1)
        .build();
  }

  private void connect(TestProjection projection) {
    RandomStream random = new RandomStream(number, "wiring", 0);
    double tick = dt.equals("1 ms") ? 1e-3 : 1e-4;
    projection
        .through(BenchmarkNetworks.delta(), "v")
        // Some are out of bounds from the beginning.
        .weight(new Law.Uniform(random.nextInt(2) == 0 ? 0 : -0.3e-3, 1.2e-3))
        .learn("rule", rule.equations())
        .set("rule.tau_plus", tau)
        .set("rule.a_plus", step)
        .delay(
            random.nextInt(2) == 0
                ? new Law.Constant(random.nextInt(4) * tick)
                : new Law.Uniform(0, 30 * tick));
    switch (targets > 1000 ? 2 : random.nextInt(4)) {
      case 0 -> {} // all to all
      case 1 -> projection.wiring(withMultapses(random));
      default -> projection.wiring(Wiring.fixedProbability(sources, targets, 0.4, number));
    }
  }

  private Wiring withMultapses(RandomStream random) {
    int[][] rows = new int[sources][];
    for (int i = 0; i < sources; i++) {
      rows[i] = new int[random.nextInt(2 * targets + 1)];
      Arrays.setAll(rows[i], k -> random.nextInt(targets));
    }
    return Wiring.list(targets, rows);
  }

  /** Runs ticks with spikes on both sides. */
  void run(Trial trial, int part, int ticks) throws Exception {
    long now = trial.deployment().now();
    RandomStream spikes = new RandomStream(number, "spikes", part);
    for (int tick = 1; tick <= ticks; tick++) {
      force(trial, "in", sources, spikes, now + tick);
      force(trial, "cells", targets, spikes, now + tick);
    }
    trial.run(ticks);
  }

  private void force(Trial trial, String population, int size, RandomStream spikes, long tick) {
    for (int i = 0; i < size; i++) {
      if (spikes.nextDouble() < rate) {
        trial.force(population, i, tick);
      }
    }
  }

  /** Does something to the network between two parts of a run. */
  void change(Trial trial, int part) throws Exception {
    if (!changes) {
      return;
    }
    RandomStream random = new RandomStream(number, "change", part);
    Deployment deployment = trial.deployment();
    switch (random.nextInt(5)) {
      case 0 -> deployment.setLearning(NAME, false);
      case 1, 2 -> deployment.setLearning(NAME, true);
      case 3 -> deployment.raise(NAME, LearningEquations.PRESENTATION);
      default -> {
        float[] weights = new float[(int) deployment.synapses(NAME)];
        for (int k = 0; k < weights.length; k++) {
          weights[k] = (float) (1.4e-3 * random.nextDouble() - 0.2e-3);
        }
        deployment.writeWeights(NAME, weights);
      }
    }
  }
}
