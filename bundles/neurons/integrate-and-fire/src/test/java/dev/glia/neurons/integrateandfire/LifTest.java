package dev.glia.neurons.integrateandfire;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations.ResetKind;
import dev.glia.api.equations.Solver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class LifTest extends NeuronModelContract {
  private static final double DT = 1e-4;

  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("lif");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private TestNetwork driven(String current) {
    return TestNetwork.with("0.1 ms")
        .population("cell", 1, model().equations(), c -> c.current("drive", "i_syn", current))
        .probeSpikes("cell")
        .probe("cell", "v");
  }

  @Test
  void membraneFollowsClosedFormBelowThreshold() {
    try (Trial trial = Trial.of(driver(), driven("0.1 nA").build()).run(1000)) {
      double[] v = trial.trace("cell", "v", 0);
      long[] ticks = trial.traceTicks("cell", "v");
      for (int i = 0; i < v.length; i++) {
        double closedForm = -0.065 + 0.01 * (1 - Math.exp(-ticks[i] * DT / 0.02));
        assertThat(v[i]).isCloseTo(closedForm, within(1e-8));
      }
    }
  }

  @Test
  void intervalsFollowTheClosedForm() {
    // 2 ms refractory, then 20 ms * ln 2 = 13.86 ms from reset to threshold: 20 + 139 ticks.
    try (Trial trial = Trial.of(driver(), driven("0.3 nA").build()).run(10_000)) {
      assertThatSpikes(trial.spikes("cell")).hasCount(63).hasIntervalsBetween(159, 159);
    }
  }

  @Test
  void rateRisesAlongTheFICurve() {
    for (double nanoamperes : new double[] {0.16, 0.2, 0.5, 1.0}) {
      double drive = 100e6 * nanoamperes * 1e-9;
      double interval = 0.002 + 0.02 * Math.log(drive / (drive - 0.015));
      try (Trial trial = Trial.of(driver(), driven(nanoamperes + " nA").build()).run(50_000)) {
        double rate = trial.spikes("cell").ticks().length / 5.0;
        assertThat(rate).isCloseTo(1 / interval, within(0.02 / interval));
      }
    }
  }

  @Test
  void currentBelowRheobaseNeverFires() {
    try (Trial trial = Trial.of(driver(), driven("0.1499 nA").build()).run(20_000)) {
      assertThatSpikes(trial.spikes("cell")).isSilent();
    }
  }

  @Test
  void refractoryNeuronIgnoresJumps() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, model().equations())
            .project("in", "cell", p -> p.through(delta, "v").weight("20 mV"))
            .probeSpikes("cell");
    // The first jump fires it at tick 11; it's held in ticks 12 to 31.
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.force("in", 0, 10, 15, 25, 30, 40).run(100);
      assertThatSpikes(trial.spikes("cell")).hasSpikesOf(0, 11, 41);
    }
  }

  @Test
  void saysHowItIsSolvedAndReset() {
    assertThat(model().equations().solver()).isEqualTo(Solver.EXACT);
    assertThat(model().equations().resetKind()).isEqualTo(ResetKind.TO_VALUE);
    assertThat(model().equations().spikingVariable()).contains("v");
  }

  @Test
  void saysWhatOtherToolsCallIt() {
    assertThat(model().descriptor().aliases().get("nest"))
        .containsEntry("iaf_psc_exp", "lif")
        .containsEntry("E_L", "v_rest");
    assertThat(model().descriptor().aliases().get("pynn")).containsEntry("tau_refrac", "t_ref");
  }
}
