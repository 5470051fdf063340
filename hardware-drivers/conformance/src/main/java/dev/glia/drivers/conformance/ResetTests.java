package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.NeuronEquations.JumpWhileRefractory;
import dev.glia.api.equations.NeuronEquations.ResetOrder;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import org.junit.jupiter.api.Test;

/** What a spike does to the neuron itself: kind and order of the reset, and refractoriness. */
abstract class ResetTests extends DriverTests {
  /** Relays 0 and 1 make an integrator jump by 4 and 12 mV. */
  private Network jumps(NeuronEquations cell) {
    return TestNetwork.with(TICK)
        .population("small", 1, TestNetwork.relay())
        .population("large", 1, TestNetwork.relay())
        .population("cell", 1, cell)
        .project("small", "cell", p -> p.through(Models.delta(), "v").weight("4 mV"))
        .project("large", "cell", p -> p.through(Models.delta(), "v").weight("12 mV"))
        .probe("cell", "v")
        .probeSpikes("cell")
        .build();
  }

  private void assertTrace(Trial trial, double... millivolts) {
    double[] v = trial.trace("cell", "v", 0);
    assertThat(v).hasSize(millivolts.length);
    for (int n = 0; n < v.length; n++) {
      assertClose("v at " + (n + 1), v[n], millivolts[n] * MV, 16 * MV);
    }
  }

  @Test
  void thresholdItselfIsNotAbove() {
    NeuronEquations cell = Models.integrator().reset("v = 0 mV").build();
    Network network =
        TestNetwork.with(TICK)
            .population("cell", 2, cell, p -> p.start("v", 0.5, 0.75).set("v_threshold", 0.5))
            .probeSpikes("cell")
            .build();
    try (Trial trial = deploy(network).run(3)) {
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0).hasSpikesOf(1, 1);
    }
  }

  @Test
  void resetToValueIsSeenInTheTickOfTheSpike() {
    NeuronEquations cell = Models.integrator().reset("v = 1 mV").build();
    try (Trial trial = deploy(jumps(cell)).force("small", 0, 1).force("large", 0, 3).run(6)) {
      // Arrives at 3, found while stepping to 4: the spike has time 4, and the probe sees the
      // reset.
      assertTrace(trial, 0, 4, 4, 1, 1, 1);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 4);
    }
  }

  @Test
  void resetBySubtractionKeepsTheRest() {
    NeuronEquations cell = Models.integrator().reset("v -= v_threshold").build();
    try (Trial trial = deploy(jumps(cell)).force("small", 0, 1).force("large", 0, 3, 4).run(7)) {
      assertTrace(trial, 0, 4, 4, 6, 8, 8, 8);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 4, 5);
    }
  }

  @Test
  void withoutResetItSpikesAsLongAsItIsAbove() {
    NeuronEquations cell = Models.integrator().build();
    try (Trial trial = deploy(jumps(cell)).force("large", 0, 2).run(6)) {
      assertTrace(trial, 0, 0, 12, 12, 12, 12);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 3, 4, 5, 6);
    }
  }

  @Test
  void resetBeforeTheNextTickLetsProbesSeeTheCrossing() {
    NeuronEquations cell =
        Models.integrator().reset("v = 1 mV").resetOrder(ResetOrder.BEFORE_NEXT_TICK).build();
    try (Trial trial = deploy(jumps(cell)).force("small", 0, 1, 4).force("large", 0, 3).run(6)) {
      // The jump of 4 mV that arrives at 4 comes after the reset: 1 + 4.
      assertTrace(trial, 0, 4, 4, 16, 5, 5);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 4);
    }
  }

  @Test
  void resetAfterThresholdComesBeforeTheEventsOfTheSpikesInstant() {
    NeuronEquations cell = Models.integrator().reset("v = 1 mV").build();
    try (Trial trial = deploy(jumps(cell)).force("small", 0, 1, 4).force("large", 0, 3).run(6)) {
      assertTrace(trial, 0, 4, 4, 1, 5, 5);
    }
  }

  @Test
  void subtractionBeforeTheNextTickKeepsTheRest() {
    NeuronEquations cell =
        Models.integrator()
            .reset("v -= v_threshold")
            .resetOrder(ResetOrder.BEFORE_NEXT_TICK)
            .build();
    try (Trial trial = deploy(jumps(cell)).force("large", 0, 1).run(4)) {
      assertTrace(trial, 0, 12, 2, 2);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 2);
    }
  }

  @Test
  void forcedSpikeResetsWhateverTheState() {
    NeuronEquations cell = Models.integrator().reset("v = 1 mV").build();
    try (Trial trial = deploy(jumps(cell)).force("small", 0, 1).force("cell", 0, 4).run(5)) {
      assertTrace(trial, 0, 4, 4, 1, 1);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 4);
    }
  }

  @Test
  void jumpWhileRefractoryIsDropped() {
    NeuronEquations cell = Models.heldIntegrator().build();
    try (Trial trial =
        deploy(jumps(cell)).force("large", 0, 1).force("small", 0, 2, 11, 12).run(14)) {
      // The spike at 2 holds the ticks that start at 2 to 11; the jump due at 12 is the first kept.
      assertTrace(trial, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 2);
    }
  }

  @Test
  void jumpWhileRefractoryIsKeptWhereTheModelAccumulates() {
    NeuronEquations cell =
        Models.heldIntegrator().whileRefractory(JumpWhileRefractory.ACCUMULATE).build();
    try (Trial trial =
        deploy(jumps(cell)).force("large", 0, 1).force("small", 0, 2, 3, 12).run(14)) {
      assertTrace(trial, 0, 0, 4, 8, 8, 8, 8, 8, 8, 8, 8, 8, 0, 0);
      // 8 mV are kept through the hold; 4 mV more at 12 cross, found at 13.
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 2, 13);
    }
  }

  @Test
  void refractoryNeuronDoesNotSpikeAboveThreshold() {
    NeuronEquations cell =
        Models.heldIntegrator().whileRefractory(JumpWhileRefractory.ACCUMULATE).build();
    try (Trial trial = deploy(jumps(cell)).force("large", 0, 1, 3).run(14)) {
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 2, 13);
    }
  }

  @Test
  void refractoryCountOfResetBeforeNextTickIsAsLong() {
    NeuronEquations cell = Models.heldIntegrator().resetOrder(ResetOrder.BEFORE_NEXT_TICK).build();
    Network network =
        TestNetwork.with(TICK)
            .population("cell", 1, cell, p -> p.current("drive", "i", "1 uA"))
            .probe("cell", "v")
            .probeSpikes("cell")
            .build();
    try (Trial trial = deploy(network).run(13)) {
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 1, 12);
      double[] v = trial.trace("cell", "v", 0);
      assertClose("crossing is seen", v[0], 100 * MV, 100 * MV);
      assertThat(v[1]).as("and reset a tick later").isZero();
    }
  }

  @Test
  void synapticCurrentDecaysWhileThePotentialIsHeld() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, Models.heldIntegrator().build())
            .project("in", "cell", p -> p.through(Models.exponential(), "i").weight("1 nA"))
            .probe("cell", "v")
            .probe("cell", "from_in.i")
            .build();
    try (Trial trial = deploy(network).force("cell", 0, 1).force("in", 0, 1).run(30)) {
      double[] v = trial.trace("cell", "v", 0);
      double[] i = trial.trace("cell", "from_in.i", 0);
      for (int n = 2; n <= 30; n++) {
        double expected = NA * Math.exp(-(n - 1) * DT / 5e-3);
        assertClose("i at " + n, i[n - 1], expected, NA);
      }
      assertThat(v[10]).as("v after the last held tick").isZero();
      double gained = 5e-3 / 1e-9 * (i[10] - i[29]);
      assertClose("v is the charge that came after the hold", v[29], gained, 5e-3);
    }
  }
}
