package dev.glia.drivers.cpu.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import dev.glia.api.random.RandomStream;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.cpu.compile.CompiledLearning;
import dev.glia.drivers.cpu.compile.DeferredPost;
import dev.glia.drivers.cpu.compile.SynapseForm;
import dev.glia.drivers.cpu.delivery.Storage;
import dev.glia.drivers.cpu.delivery.SynapseDraw;
import dev.glia.drivers.cpu.delivery.Synapses;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Repeated spikes against a plain loop in float64, with time that soon begins anew. */
class RepetitionTest {
  private static final double DT = 1e-4;
  private static final double DECAY = Math.exp(-DT / 20e-3);
  private static final int SOURCES = 7;
  private static final int TARGETS = 20;
  private static final int TICKS = 600;

  private static final LearningEquations RULE =
      LearningEquations.of("dx/dt = -x/tau : 1 (pre)\n dy/dt = -y/tau : 1 (post)")
          .onPre("w = clip(w - a*w*y, w_min, w_max); x += 1")
          .onPost("w = clip(w + a*(2*w_max - w)*x, w_min, w_max); y += 1")
          .parameter("a", "0.1", "", "step")
          .parameter("tau", "20 ms", "(0, inf)", "window")
          .parameter("w_min", "0 weight", "", "smallest weight")
          .parameter("w_max", "1 weight", "", "largest weight")
          .build();

  private static Network network(long number) {
    return TestNetwork.with("0.1 ms")
        .seed(number)
        .population("in", SOURCES, TestNetwork.relay())
        .population("cells", TARGETS, NeuronEquations.of("dv/dt = -v/(5 ms) : mV").build())
        .project(
            "in",
            "cells",
            p ->
                p.through(SynapseEquations.of("").onSpike("target += w").build(), "v")
                    .weight(new Law.Uniform(0, 1e-3))
                    .wiring(Wiring.fixedProbability(SOURCES, TARGETS, 0.5, number))
                    .learn("rule", RULE))
        .build();
  }

  /** A learner of all synapses. */
  private static Learner learner(Network network, int era) {
    Projection projection = network.projections().get(0);
    Population source = network.population("in");
    Population target = network.population("cells");
    SynapseDraw draw = new SynapseDraw(projection, network.dt(), network.seed());
    Synapses synapses = Storage.build(draw, new int[] {0, TARGETS}, Storage.Use.EACH_WEIGHT, 1)[0];
    var plasticity = projection.learning().orElseThrow();
    DeferredPost form = DeferredPost.of(plasticity, network.dt()).form();
    assertThat(form.repeated()).isTrue();
    int to = 32;
    Learner learner =
        new Learner(
            new CompiledLearning(
                plasticity.program(),
                source.program(),
                target.program(),
                new SynapseForm(false, true, false),
                form),
            synapses,
            0,
            to,
            new float[source.program().state().size()][16],
            new float[target.program().state().size()][to],
            new float[1][to],
            era);
    learner.initialize(plasticity, network.dt());
    return learner;
  }

  /** The same in float64, spike by spike, over all pairs of neurons; NaN where there's none. */
  private static final class Plain {
    private final double[][] w = new double[SOURCES][TARGETS];
    private final double[] x = new double[SOURCES];
    private final double[] y = new double[TARGETS];

    Plain(Network network) {
      Projection projection = network.projections().get(0);
      SynapseDraw draw = new SynapseDraw(projection, network.dt(), network.seed());
      for (int i = 0; i < SOURCES; i++) {
        Arrays.fill(w[i], Double.NaN);
        draw.row(i);
        for (int k = 0; k < draw.size(); k++) {
          w[i][draw.target(k)] = draw.weight(k) * 1e3;
        }
      }
    }

    void tick(int[] sources, int[] targets) {
      for (int i : sources) {
        for (int j = 0; j < TARGETS; j++) {
          w[i][j] = Math.clamp(w[i][j] - 0.1 * w[i][j] * y[j], 0, 1);
        }
        x[i]++;
      }
      for (int j : targets) {
        for (int i = 0; i < SOURCES; i++) {
          w[i][j] = Math.clamp(w[i][j] + 0.1 * (2 - w[i][j]) * x[i], 0, 1);
        }
        y[j]++;
      }
      Arrays.setAll(x, i -> x[i] * DECAY);
      Arrays.setAll(y, j -> y[j] * DECAY);
    }

    double[] weights() {
      return Arrays.stream(w)
          .flatMapToDouble(Arrays::stream)
          .filter(v -> !Double.isNaN(v))
          .toArray();
    }
  }

  private static void tick(Learner learner, int tick, int[] sources, int[] targets) {
    learner.begin(tick * DT);
    learner.update();
    learner.onPre(sources, sources.length);
    learner.onPost(targets, targets.length);
    learner.everyTick();
  }

  private static int[] spikes(RandomStream random, int size, double rate) {
    return IntStream.range(0, size).filter(i -> random.nextDouble() < rate).toArray();
  }

  @Property(tries = 60)
  void timeMayBeginAnew(
      @ForAll @IntRange(min = 1, max = 90) int era, @ForAll @IntRange(max = 1_000_000) int number) {
    Network network = network(number);
    Learner restarted = learner(network, era);
    Learner alone = learner(network, Repetition.ERA);
    Plain plain = new Plain(network);
    RandomStream random = new RandomStream(number, "spikes", 0);
    double rate = random.nextInt(2) == 0 ? 0.01 : 0.1;
    for (int tick = 0; tick < TICKS; tick++) {
      int[] sources = spikes(random, SOURCES, 0.01);
      int[] targets = spikes(random, TARGETS, rate);
      tick(restarted, tick, sources, targets);
      tick(alone, tick, sources, targets);
      plain.tick(sources, targets);
      if (tick % 150 == 149) {
        compare(plain.weights(), restarted.weights(), tick);
        compare(plain.weights(), alone.weights(), tick);
      }
    }
  }

  private static void compare(double[] should, float[] is, int tick) {
    assertThat(is).hasSizeGreaterThanOrEqualTo(should.length);
    for (int k = 0; k < should.length; k++) {
      assertThat(is[k] * 1e3).as("weight %d at %d", k, tick).isCloseTo(should[k], within(1e-5));
    }
  }

  /** Nothing but the time since the last event decides what a trace is. */
  @Property(tries = 200)
  void powersAreThoseOfTheDecay(@ForAll @IntRange(max = Repetition.ERA - 1) int ticks) {
    for (double decay : new double[] {0, 1e-9, 0.5, DECAY, 1 - 1e-7, 1}) {
      assertThat(new Decays(decay).after(ticks))
          .isEqualTo(
              (float) Math.pow(decay, ticks), within((float) (2e-7 * Math.pow(decay, ticks))));
    }
  }
}
