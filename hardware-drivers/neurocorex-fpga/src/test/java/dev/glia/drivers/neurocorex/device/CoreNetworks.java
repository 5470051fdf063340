package dev.glia.drivers.neurocorex.device;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.topology.Connectivity;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Networks that the core takes. */
final class CoreNetworks {
  static final NeuronEquations NEURON = ModelResources.neuron("quantised-lif18").equations();
  static final LearningEquations RULE = ModelResources.learning("rect-window-stdp").equations();
  static final SynapseEquations DELTA = SynapseEquations.of("").onSpike("target += w").build();

  private CoreNetworks() {}

  /** All pairs with a probability, with whole weights. */
  record WholeWeights(
      int sources, int targets, double probability, int low, int high, boolean loops, long seed)
      implements Connectivity {
    @Override
    public int[] row(int source) {
      Random random = new Random(seed * 1000 + source);
      return IntStream.range(0, targets)
          .filter(t -> random.nextDouble() < probability && (loops || t != source))
          .toArray();
    }

    @Override
    public float[] weights(int source) {
      Random random = new Random(-seed * 1000 - source - 1);
      float[] weights = new float[row(source).length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextInt(low, high + 1);
      }
      return weights;
    }

    @Override
    public long expectedSynapses() {
      return Math.round(probability * sources * targets);
    }
  }

  private static Consumer<TestProjection> through(Connectivity wiring, boolean learns) {
    return p -> {
      p.through(DELTA, "x").wiring(wiring);
      if (learns) {
        p.learn("rule", RULE)
            .set("rule.pre_window", "7")
            .set("rule.post_window", "5")
            .set("rule.dw_plus", "3")
            .set("rule.dw_minus", "2")
            .set("rule.w_min", "-90");
      }
    };
  }

  /** The whole core in use: 90 neurons, 94 inputs, plasticity of both kinds. */
  static Network full(long seed) {
    Random random = new Random(seed);
    double[] thresholds =
        random.doubles(60, 20, 120).map(x -> Math.rint(x * 1024) / 1024).toArray();
    double[] biases = random.doubles(30, -1, 3).map(x -> Math.rint(x * 1024) / 1024).toArray();
    return TestNetwork.with("0.96 ms")
        .seed(seed)
        .population("in", 94, TestNetwork.relay())
        .population(
            "a",
            60,
            NEURON,
            p -> p.set("threshold", thresholds).set("leak", "0.75").set("t_ref", "1.92 ms"))
        .population(
            "b", 30, NEURON, p -> p.set("threshold", "50").set("leak", "0.75").set("bias", biases))
        .project("in", "a", through(new WholeWeights(94, 60, 1, -40, 60, true, seed), true))
        .project("in", "b", through(new WholeWeights(94, 30, 0.5, -40, 60, true, -seed), false))
        .project("a", "a", through(new WholeWeights(60, 60, 0.9, -30, 40, false, 7), true))
        .project("a", "b", through(new WholeWeights(60, 30, 1, -30, 40, true, 8), true))
        .project("b", "a", through(new WholeWeights(30, 60, 0.5, -60, 20, true, 9), false))
        .probeSpikes("in")
        .probeSpikes("a")
        .probeSpikes("b")
        .probe("a", "v", 20, 50)
        .probe("b", "u", 5, 33)
        .build();
  }

  /** Ten neurons, each of which makes the next one spike. */
  static Network chain() {
    Connectivity next =
        new Connectivity() {
          @Override
          public int sources() {
            return 10;
          }

          @Override
          public int targets() {
            return 10;
          }

          @Override
          public int[] row(int source) {
            return source == 9 ? new int[0] : new int[] {source + 1};
          }

          @Override
          public long expectedSynapses() {
            return 9;
          }
        };
    return TestNetwork.with("1 ms")
        .population("in", 2, TestNetwork.relay())
        .population(
            "cells", 10, NEURON, p -> p.set("threshold", "20").set("leak", "0.5").start("v", "3"))
        .project(
            "in",
            "cells",
            p ->
                p.through(DELTA, "x")
                    .wiring(new WholeWeights(2, 10, 0.5, 5, 50, true, 4))
                    .delay("2 ms"))
        .project("cells", "cells", p -> p.through(DELTA, "x").wiring(next).weight("33"))
        .probeSpikes("cells")
        .probeCounts("in")
        .probe("cells", "v")
        .build();
  }

  /** Random spikes of the inputs, and a few forced ones on the core. */
  static Trial show(Trial trial, long seed, int from, int ticks) {
    Random random = new Random(seed);
    for (int tick = from + 1; tick <= from + ticks; tick++) {
      for (int i = 0; i < 94; i++) {
        if (random.nextDouble() < 0.03) {
          trial.force("in", i, tick);
        }
      }
      if (random.nextDouble() < 0.05) {
        trial.force("a", random.nextInt(60), tick);
      }
    }
    return trial;
  }
}
