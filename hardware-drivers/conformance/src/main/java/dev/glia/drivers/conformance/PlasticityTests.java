package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.v1.ProjectionState;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Learning against closed forms, with spikes that are forced on both sides. */
abstract class PlasticityTests extends DriverTests {
  private static final String SYNAPSES = "pre->post";

  private Network pair(int size, Consumer<TestProjection> learning) {
    return TestNetwork.with(TICK)
        .population("pre", size, TestNetwork.relay())
        .population("post", size, Models.membrane())
        .project(
            "pre",
            "post",
            p -> {
              p.through(Models.delta(), "v").weight("1 mV").wiring(Wiring.oneToOne(size));
              learning.accept(p);
            })
        .build();
  }

  private float[] weights(Trial trial) {
    try {
      return trial.deployment().readWeights(SYNAPSES);
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pairWindowFollowsTheClosedFormWithDelays() {
    int[] lags = {-300, -100, -20, -3, -1, 0, 1, 2, 20, 100, 300};
    for (int delay : new int[] {0, 1, 15}) {
      Network network =
          pair(lags.length, p -> p.delay(delay * 0.1 + " ms").learn("stdp", Models.pairStdp()));
      try (Trial trial = deploy(network)) {
        for (int i = 0; i < lags.length; i++) {
          // The lag is counted from the arrival at the synapse.
          trial.force("pre", i, 400 - delay).force("post", i, 400 + lags[i]);
        }
        float[] w = weights(trial.run(800));
        for (int i = 0; i < lags.length; i++) {
          assertClose(
              "w for a lag of " + lags[i] + ", delay " + delay,
              w[i] / MV,
              1 + pairChange(lags[i] * DT),
              1);
        }
      }
    }
  }

  /** At the same instant the arrival comes first, so the pair potentiates. */
  private static double pairChange(double lag) {
    return lag >= 0 ? 0.01 * Math.exp(-lag / 20e-3) : -0.012 * Math.exp(lag / 30e-3);
  }

  @Test
  void everyPairCountsOnce() {
    int[] pre = {10, 60, 61, 150, 400};
    int[] post = {30, 60, 155, 156, 390};
    Network network = pair(1, p -> p.learn("stdp", Models.pairStdp()));
    try (Trial trial = deploy(network)) {
      double expected = 1;
      for (int a : pre) {
        trial.force("pre", 0, a);
        for (int b : post) {
          expected += pairChange((b - a) * DT);
        }
      }
      for (int b : post) {
        trial.force("post", 0, b);
      }
      assertClose("w", weights(trial.run(500))[0] / MV, expected, 1);
    }
  }

  @Test
  void branchesOfOneSourceKeepTheirOwnTraces() {
    Network network =
        TestNetwork.with(TICK)
            .population("pre", 1, TestNetwork.relay())
            .population("post", 2, Models.membrane())
            .project(
                "pre",
                "post",
                p ->
                    p.through(Models.delta(), "v")
                        .weight("1 mV")
                        .wiring(Wiring.list(2, new int[] {0, 1}).delays(new float[] {2e-3f, 0}))
                        .learn("stdp", Models.pairStdp()))
            .build();
    try (Trial trial = deploy(network)) {
      float[] w =
          weights(trial.force("pre", 0, 100).force("post", 0, 110).force("post", 1, 110).run(200));
      assertClose("arrives after the target's spike", w[0] / MV, 1 + pairChange(-10 * DT), 1);
      assertClose("arrives before it", w[1] / MV, 1 + pairChange(10 * DT), 1);
    }
  }

  @Test
  void weightsAreReadAfterTheyLearned() {
    Network network =
        TestNetwork.with(TICK)
            .population("pre", 1, TestNetwork.relay())
            .population("post", 1, Models.integrator().build())
            .project(
                "pre",
                "post",
                p ->
                    p.through(Models.delta(), "v")
                        .weight("1 mV")
                        .learn("stdp", Models.pairStdp())
                        .set("stdp.a_plus", "0.5 weight"))
            .probe("post", "v")
            .build();
    try (Trial trial = deploy(network).force("pre", 0, 5).force("post", 0, 5).run(6)) {
      assertClose("the arriving weight", trial.trace("post", "v", 0)[5], 1.5 * MV, MV);
    }
  }

  @Test
  void boundsHold() {
    Network network = pair(2, p -> p.learn("stdp", Models.pairStdp()));
    try (Trial trial = deploy(network)) {
      for (int tick = 1; tick <= 300; tick++) {
        trial.force("pre", 0, tick).force("post", 1, tick);
      }
      trial.force("post", 0, 310).force("pre", 1, 310);
      float[] w = weights(trial.run(320));
      assertClose("upper bound", w[0] / MV, 2, 1);
      assertClose("lower bound", w[1] / MV, 0, 1);
    }
  }

  @Test
  void symmetricWindowIsEven() {
    int[] lags = {1, 2, 7, 30, 111, 300};
    int n = lags.length;
    Network network = pair(2 * n, p -> p.learn("stdp", Models.symmetricStdp()));
    try (Trial trial = deploy(network)) {
      for (int i = 0; i < n; i++) {
        trial.force("pre", i, 400).force("post", i, 400 + lags[i]);
        trial.force("pre", n + i, 400).force("post", n + i, 400 - lags[i]);
      }
      float[] w = weights(trial.run(800));
      for (int i = 0; i < n; i++) {
        assertThat((double) w[i])
            .as("lags of %d and -%d", lags[i], lags[i])
            .isCloseTo(w[n + i], within(1e-6 * MV));
        double change = 0.01 * Math.exp(-lags[i] * DT / 20e-3);
        assertClose("w for a lag of " + lags[i], w[i] / MV, 1 + change, 1);
      }
    }
  }

  @Test
  void scalingMakesTheSumOntoEachTargetTheTotal() throws Exception {
    Network network =
        TestNetwork.with(TICK)
            .population("pre", 30, TestNetwork.relay())
            .population("post", 7, Models.membrane())
            .project(
                "pre",
                "post",
                p ->
                    p.through(Models.delta(), "v")
                        .weight(new Law.Uniform(0.1 * MV, 1 * MV))
                        .wiring(Wiring.fixedProbability(30, 7, 0.6, 3))
                        .learn("scaling", Models.scaling()))
            .build();
    try (Trial trial = deploy(network)) {
      float[] before = weights(trial);
      trial.deployment().raise(SYNAPSES, "no-such-event");
      assertThat(weights(trial)).as("an event nobody listens to").isEqualTo(before);
      trial.deployment().setLearning(SYNAPSES, false);
      trial.deployment().raise(SYNAPSES, LearningEquations.PRESENTATION);
      assertThat(weights(trial)).as("while frozen").isEqualTo(before);
      trial.deployment().setLearning(SYNAPSES, true);
      trial.deployment().raise(SYNAPSES, LearningEquations.PRESENTATION);
      float[] after = weights(trial);
      double[] sums = new double[7];
      double[] sumsBefore = new double[7];
      int s = 0;
      for (int i = 0; i < 30; i++) {
        for (int target : network.projections().get(0).connectivity().row(i)) {
          sumsBefore[target] += before[s];
          sums[target] += after[s++];
        }
      }
      for (double sum : sums) {
        assertClose("sum in mV", sum / MV, 10, 10);
      }
      int target = network.projections().get(0).connectivity().row(0)[0];
      assertClose("in proportion", after[0] / MV, before[0] * 10 / sumsBefore[target], 1);
    }
  }

  @Test
  void frozenProjectionKeepsWeightsAndVariables() throws Exception {
    Network network = pair(3, p -> p.learn("stdp", Models.pairStdp()));
    try (Trial trial = deploy(network)) {
      trial.force("pre", 0, 5, 20, 40).force("post", 0, 8, 25, 45).force("pre", 1, 9, 41);
      trial.run(10);
      trial.deployment().setLearning(SYNAPSES, false);
      ProjectionState before = trial.deployment().snapshot().getProjections(0);
      trial.run(20);
      assertThat(trial.deployment().snapshot().getProjections(0)).isEqualTo(before);
      trial.deployment().setLearning(SYNAPSES, true);
      double w = weights(trial)[0] / MV;
      trial.run(20);
      // What happened while it was frozen left no trace: 20 ticks are missing from all lags.
      double x = Math.exp(-(40 - 25) * DT / 20e-3);
      double y = Math.exp(-(40 - 28) * DT / 30e-3);
      double afterPre = w - 0.012 * y;
      double xAtPost = (x + 1) * Math.exp(-5 * DT / 20e-3);
      assertClose("w", weights(trial)[0] / MV, afterPre + 0.01 * xAtPost, 1);
    }
  }

  @Test
  void modulatorIsTheMeanOverItsPopulation() {
    Network network =
        TestNetwork.with(TICK)
            .population("pre", 2, TestNetwork.relay())
            .population("post", 2, Models.membrane())
            .population(
                "dopamine", 4, Models.membrane(), p -> p.start("v", 1 * MV, 2 * MV, 3 * MV, 6 * MV))
            .project(
                "pre",
                "post",
                p ->
                    p.through(Models.delta(), "v")
                        .weight("1 mV")
                        .wiring(Wiring.oneToOne(2))
                        .learn("reward", Models.modulated())
                        .modulator("reward.reward", "dopamine", "v"))
            .build();
    try (Trial trial = deploy(network).force("pre", 0, 100).run(300)) {
      double expected = 1;
      for (int n = 100; n < 300; n++) {
        // e is integrated to n+1 before every tick runs; the factor was read at n.
        double e = Math.exp(-(n + 1 - 100) * DT / 50e-3);
        double reward = 3 * Math.exp(-n * DT / 20e-3);
        expected += 0.001 * reward * e;
      }
      float[] w = weights(trial);
      assertClose("w with a spike", w[0] / MV, expected, 1);
      assertClose("w without", w[1] / MV, 1, 1);
    }
  }

  @Test
  void rulesDrawTheirNumbersBySynapse() {
    LearningEquations noisy =
        LearningEquations.of("")
            .onPre("w += a*random()")
            .parameter("a", "1 weight", "", "largest change")
            .build();
    Network network =
        TestNetwork.with(TICK)
            .seed(5)
            .population("pre", 2, TestNetwork.relay())
            .population("post", 3, Models.membrane())
            .project(
                "pre",
                "post",
                p -> p.through(Models.delta(), "v").weight("1 mV").learn("noisy", noisy))
            .build();
    try (Trial trial = deploy(network).force("pre", 1, 4).run(5)) {
      long key = Streams.key(5, Streams.ofProjection(SYNAPSES, "random/0"));
      float[] w = weights(trial);
      for (int s = 0; s < 6; s++) {
        double drawn = CounterRandom.uniform(CounterRandom.bits(key, s >> 2, 4, s & 3));
        assertClose("w of synapse " + s, w[s] / MV, s < 3 ? 1 : 1 + drawn, 2);
      }
    }
  }
}
