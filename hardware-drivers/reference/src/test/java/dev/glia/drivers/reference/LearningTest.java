package dev.glia.drivers.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.Streams;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.v1.Array;
import org.junit.jupiter.api.Test;

/** Statements take effect once an event, and sums are of one instant. */
class LearningTest {
  private static final NeuronEquations CELL =
      NeuronEquations.of("dv/dt = -v/tau : mV")
          .parameter("tau", "20 ms", "(0, inf)", "time constant")
          .build();

  private static final SynapseEquations DELTA =
      SynapseEquations.of("").onSpike("target += w").build();

  private static Network network(Wiring wiring, LearningEquations rule) {
    return TestNetwork.with("1 ms")
        .seed(5)
        .population("pre", wiring.sources(), TestNetwork.relay())
        .population("post", wiring.targets(), CELL)
        .project(
            "pre",
            "post",
            p -> p.through(DELTA, "v").weight("1 mV").wiring(wiring).learn("rule", rule))
        .build();
  }

  private static double[] millivolts(Trial trial) throws Exception {
    float[] weights = trial.deployment().readWeights("pre->post");
    double[] values = new double[weights.length];
    for (int s = 0; s < values.length; s++) {
      values[s] = weights[s] / 1e-3;
    }
    return values;
  }

  @Test
  void sharedVariablesChangeOnceAnEvent() throws Exception {
    LearningEquations rule =
        LearningEquations.of(
                """
                dx/dt = -x*rate : 1 (pre)
                dy/dt = -y*rate : 1 (post)
                """)
            .onPre("x += 1")
            .onPost("y += 10")
            .parameter("rate", "0 Hz", "", "decay")
            .build();
    // Two synapses from 0 onto 1, with the same delay: one branch, one target, one event.
    Wiring wiring = Wiring.list(2, new int[] {0, 1, 1}, new int[] {1});
    try (Trial trial = Trial.of(new ReferenceDriver(), network(wiring, rule))) {
      trial.force("pre", 0, 1).force("post", 1, 1).run(2);
      var state = trial.deployment().snapshot().getProjections(0);
      assertThat(values(state.getPreVariables(0))).containsExactly(1, 0);
      assertThat(values(state.getPostVariables(0))).containsExactly(0, 10);
    }
  }

  private static double[] values(Array array) {
    return array.getDoubles().getItemsList().stream().mapToDouble(d -> d).toArray();
  }

  @Test
  void sumsAreOfOneInstant() throws Exception {
    LearningEquations rule =
        LearningEquations.of("")
            .on("presentation", "w = w/sum(w)*total; w = w + sum(w)")
            .parameter("total", "6 weight", "", "sum")
            .build();
    Wiring wiring =
        Wiring.list(1, new int[] {0}, new int[] {0}, new int[] {0})
            .weights(new float[] {1e-3f}, new float[] {2e-3f}, new float[] {3e-3f});
    try (Trial trial = Trial.of(new ReferenceDriver(), network(wiring, rule))) {
      trial.deployment().raise("pre->post", "presentation");
      assertThat(millivolts(trial)).containsExactly(new double[] {7, 8, 9}, within(1e-5));
    }
  }

  @Test
  void randomNumbersOfARuleBelongToTheSynapse() throws Exception {
    LearningEquations rule =
        LearningEquations.of("")
            .onPre("w += a*random()")
            .parameter("a", "1 weight", "", "largest change")
            .build();
    try (Trial trial =
        Trial.of(new ReferenceDriver(), network(Wiring.allToAll(2, 3), rule))
            .force("pre", 1, 4)
            .run(5)) {
      long key = Streams.key(5, Streams.ofProjection("pre->post", "random/0"));
      double[] weights = millivolts(trial);
      for (int s = 0; s < 6; s++) {
        double drawn = CounterRandom.uniform(CounterRandom.bits(key, s >> 2, 4, s & 3));
        assertThat(weights[s]).isCloseTo(s < 3 ? 1 : 1 + drawn, within(1e-6));
      }
    }
  }

  @Test
  void everyTickReadsNeuronsAfterTheyWereIntegrated() throws Exception {
    LearningEquations rule =
        LearningEquations.of("")
            .everyTick("w = w + gain*v_post")
            .parameter("gain", "1 weight/mV", "", "gain")
            .build();
    try (Trial trial =
        Trial.of(new ReferenceDriver(), network(Wiring.oneToOne(1), rule)).force("pre", 0, 1)) {
      trial.run(2);
      assertThat(millivolts(trial)[0]).isCloseTo(1 + Math.exp(-1.0 / 20), within(1e-6));
    }
  }
}
