package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import org.junit.jupiter.api.Test;

/** Single neurons against their closed forms. */
abstract class MembraneTests extends DriverTests {
  private static final double TAU = 20e-3;

  @Test
  void potentialDecaysExponentially() {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 3, Models.membrane(), p -> p.start("v", 1 * MV, -2 * MV, 5 * MV))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).run(2000)) {
      double[] start = {1 * MV, -2 * MV, 5 * MV};
      for (int i = 0; i < 3; i++) {
        double[] v = trial.trace("cells", "v", i);
        for (int n = 1; n <= 2000; n++) {
          assertClose("v at " + n, v[n - 1], start[i] * Math.exp(-n * DT / TAU), start[i]);
        }
      }
    }
  }

  @Test
  void potentialApproachesTheDriveBelowThreshold() {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 1, Models.lif(), p -> p.current("drive", "i_syn", "0.14 nA"))
            .probe("cells", "v")
            .probeSpikes("cells")
            .build();
    try (Trial trial = deploy(network).run(3000)) {
      double[] v = trial.trace("cells", "v", 0);
      for (int n = 1; n <= 3000; n++) {
        double expected = -65 * MV + 14 * MV * (1 - Math.exp(-n * DT / TAU));
        assertClose("v at " + n, v[n - 1], expected, 65 * MV);
      }
      assertThatSpikes(trial.spikes("cells")).isSilent();
    }
  }

  @Test
  void firingRateFollowsTheClosedForm() {
    double[] currents = {0.16 * NA, 0.2 * NA, 0.3 * NA, 0.5 * NA, 1 * NA, 3 * NA};
    Network network =
        TestNetwork.with(TICK)
            .population(
                "cells",
                currents.length,
                Models.lif(),
                p -> p.current("drive", "i_syn", "0 nA").set("drive.amplitude", currents))
            .probeSpikes("cells")
            .build();
    try (Trial trial = deploy(network).run(20_000)) {
      for (int i = 0; i < currents.length; i++) {
        double ri = 100e6 * currents[i];
        double rise = TAU * Math.log(ri / (ri - 15 * MV)) / DT;
        long period = 20 + (long) Math.ceil(rise);
        long[] expected = new long[(int) ((20_000 - (long) Math.ceil(rise)) / period) + 1];
        for (int k = 0; k < expected.length; k++) {
          expected[k] = (long) Math.ceil(rise) + k * period;
        }
        assertThatSpikes(trial.spikes("cells")).hasSpikesOf(i, expected);
        // The rate's closed form, 1/(t_ref + tau ln(RI/(RI - (v_th - v_rest)))), to within a tick.
        assertThat(period * DT - (2 * MS + rise * DT)).isBetween(0.0, DT);
      }
    }
  }

  @Test
  void refractorinessLastsWholeTicks() {
    double[] times = {0, 0.04 * MS, 0.06 * MS, 0.14 * MS, 0.16 * MS, 1 * MS, 2 * MS};
    int[] ticks = {0, 0, 1, 1, 2, 10, 20};
    Network network =
        TestNetwork.with(TICK)
            .population(
                "cells",
                times.length,
                Models.heldIntegrator().build(),
                p -> p.current("drive", "i", "1 uA").set("t_ref", times))
            .probeSpikes("cells")
            .build();
    // 1 uA into 1 nF for a tick is 100 mV: a neuron that isn't held spikes at once.
    try (Trial trial = deploy(network).run(100)) {
      for (int i = 0; i < times.length; i++) {
        long[] expected = new long[99 / (ticks[i] + 1) + 1];
        for (int k = 0; k < expected.length; k++) {
          expected[k] = 1 + (long) k * (ticks[i] + 1);
        }
        assertThatSpikes(trial.spikes("cells")).hasSpikesOf(i, expected);
      }
    }
  }

  @Test
  void refractoryPotentialIsHeld() {
    Network network =
        TestNetwork.with(TICK)
            .population(
                "cells",
                1,
                Models.heldIntegrator().build(),
                p -> p.current("drive", "i", "1 uA").set("t_ref", "0.3 ms"))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).run(9)) {
      assertThat(trial.trace("cells", "v", 0)).containsOnly(0.0);
    }
  }

  @Test
  void sinesAndProductsAreSolvedToTheMethodsOrder() {
    NeuronEquations logistic =
        NeuronEquations.of("dx/dt = rate*x*(1 - x) : 1")
            .solve(Solver.RK4)
            .start("x = 0.1")
            .parameter("rate", "100 Hz", "", "growth")
            .build();
    Network network =
        TestNetwork.with(TICK).population("cells", 1, logistic).probe("cells", "x").build();
    try (Trial trial = deploy(network).run(1000)) {
      double[] x = trial.trace("cells", "x", 0);
      for (int n = 1; n <= 1000; n++) {
        double growth = Math.exp(100 * n * DT);
        // The method's own error at this step is below 1e-10.
        assertClose("x at " + n, x[n - 1], 0.1 * growth / (1 + 0.1 * (growth - 1)), 1);
      }
    }
  }
}
