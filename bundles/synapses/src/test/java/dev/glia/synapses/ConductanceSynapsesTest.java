package dev.glia.synapses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.TestProjection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConductanceSynapsesTest {
  /** The potential of a cell after a spike at tick 10; entry i is of tick i + 1. */
  private static double[] potential(
      String neuron,
      Consumer<TestPopulation> cell,
      String synapse,
      Consumer<TestProjection> projection) {
    TestNetwork network =
        TestNetwork.with("0.02 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, ModelResources.neuron(neuron).equations(), cell)
            .project(
                "in",
                "cell",
                p ->
                    projection.accept(
                        p.through(ModelResources.synapse(synapse).equations(), "i_syn")))
            .probe("cell", "v");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
      return trial.force("in", 0, 10).run(3000).trace("cell", "v", 0);
    }
  }

  /** Fine-stepped dv/dt = (v_rest - v + r*g(t)*(e - v))/tau_m from rest; v after t. */
  private static double expected(
      double rest,
      double tauM,
      double reversal,
      double t,
      java.util.function.DoubleUnaryOperator g) {
    int steps = 20_000;
    double dt = t / steps;
    double v = rest;
    for (int i = 0; i < steps; i++) {
      // Midpoint rule.
      double f1 = slope(v, rest, tauM, reversal, g.applyAsDouble(i * dt));
      double middle = v + dt / 2 * f1;
      v += dt * slope(middle, rest, tauM, reversal, g.applyAsDouble((i + 0.5) * dt));
    }
    return v;
  }

  private static double slope(double v, double rest, double tauM, double reversal, double g) {
    return (rest - v + g * (reversal - v)) / tauM;
  }

  @Test
  void conductanceDecaysExponentially() {
    double[] v =
        potential(
            "lif",
            c -> c.set("v_threshold", "1 V"),
            "conductance-exponential",
            p -> p.weight("10 nS"));
    // 10 nS on 100 MOhm is a relative conductance of 1.
    for (int tick : new int[] {60, 260, 1010, 2500}) {
      double t = (tick - 10) * 2e-5;
      double closed = expected(-65e-3, 20e-3, 0, t, s -> Math.exp(-s / 5e-3));
      assertThat(v[tick - 1]).as("tick %d", tick).isCloseTo(closed, within(5e-5));
    }
  }

  @Test
  void conductanceRisesAsAnAlphaFunction() {
    double[] v =
        potential(
            "lif", c -> c.set("v_threshold", "1 V"), "conductance-alpha", p -> p.weight("10 nS"));
    for (int tick : new int[] {60, 260, 1010, 2500}) {
      double t = (tick - 10) * 2e-5;
      double closed = expected(-65e-3, 20e-3, 0, t, s -> Math.E * s / 5e-3 * Math.exp(-s / 5e-3));
      assertThat(v[tick - 1]).as("tick %d", tick).isCloseTo(closed, within(5e-5));
    }
  }

  @Test
  void relativeConductanceNeedsNoResistance() {
    double[] v =
        potential(
            "lif-conductance",
            c -> c.set("v_threshold", "1 V"),
            "relative-conductance",
            p -> p.weight("2"));
    for (int tick : new int[] {60, 260, 1010, 2500}) {
      double t = (tick - 10) * 2e-5;
      double closed = expected(-60e-3, 10e-3, 0, t, s -> 2 * Math.exp(-s / 1e-3));
      assertThat(v[tick - 1]).as("tick %d", tick).isCloseTo(closed, within(1e-4));
    }
  }

  @Test
  void inhibitionNeverPassesItsReversalPotential() {
    double[] v =
        potential(
            "lif-conductance",
            c -> c.set("from_in.e_rev", "-100 mV"),
            "relative-conductance",
            p -> p.weight("1000"));
    assertThat(Arrays.stream(v).min().getAsDouble()).isBetween(-100e-3, -95e-3);
  }
}
