package dev.glia.neurons.conductance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.NeuronModelContract;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.TestPopulation;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** 0.1 nA stands for 1 uA/cm^2 of the papers. */
class HodgkinHuxleyTest extends NeuronModelContract {
  @Override
  protected NeuronModel model() {
    return ModelResources.neuron("hodgkin-huxley");
  }

  @Override
  protected HardwareDriver driver() {
    return new ReferenceDriver();
  }

  private TestNetwork cell(String dt, Consumer<TestPopulation> details) {
    return TestNetwork.with(dt)
        .population("cell", 1, model().equations(), details)
        .probeSpikes("cell")
        .probe("cell", "v");
  }

  /** Number of spikes from 200 ms on, a second. */
  private double rate(String dt, int ticks, String current) {
    TestNetwork network = cell(dt, c -> c.current("i", "i_syn", current));
    double tick = Double.parseDouble(dt.split(" ")[0]) * 1e-3;
    try (Trial trial = Trial.of(driver(), network.build()).run(ticks)) {
      long late = Arrays.stream(trial.spikes("cell").ticks()).filter(t -> t * tick > 0.2).count();
      return late / (ticks * tick - 0.2);
    }
  }

  @Test
  void restsNearMinus65() {
    try (Trial trial = Trial.of(driver(), cell("0.1 ms", c -> {}).build()).run(3000)) {
      double[] v = trial.trace("cell", "v", 0);
      assertThat(v[2999]).isCloseTo(-65e-3, within(0.1e-3));
      assertThat(Arrays.stream(v).min().getAsDouble()).isCloseTo(v[2999], within(0.1e-3));
      assertThat(Arrays.stream(v).max().getAsDouble()).isCloseTo(v[2999], within(0.1e-3));
    }
  }

  @Test
  void aSpikeOvershootsAndUndershoots() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("0.01 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, model().equations())
            .project("in", "cell", p -> p.through(delta, "v").weight("15 mV"))
            .probeSpikes("cell")
            .probe("cell", "v");
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.force("in", 0, 100).run(2000);
      double[] v = trial.trace("cell", "v", 0);
      double peak = Arrays.stream(v).max().getAsDouble();
      // Peak near 40 mV, afterpotential just above the potassium potential of -77 mV.
      assertThat(peak).isBetween(35e-3, 45e-3);
      assertThat(Arrays.stream(v).min().getAsDouble()).isBetween(-77e-3, -73e-3);
      long above = Arrays.stream(v).filter(x -> x > (peak - 65e-3) / 2).count();
      assertThat(above).as("half width in 0.01 ms").isBetween(80L, 180L);
      assertThat(trial.spikes("cell").ticks()).hasSize(1);
    }
  }

  @Test
  void aSmallKickStaysSmall() {
    SynapseEquations delta = SynapseEquations.of("").onSpike("target += w").build();
    TestNetwork network =
        TestNetwork.with("0.01 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, model().equations())
            .project("in", "cell", p -> p.through(delta, "v").weight("5 mV"))
            .probe("cell", "v");
    try (Trial trial = Trial.of(driver(), network.build())) {
      trial.force("in", 0, 100).run(2000);
      assertThat(Arrays.stream(trial.trace("cell", "v", 0)).max().getAsDouble()).isLessThan(-55e-3);
    }
  }

  @Test
  void repetitiveFiringStartsBetween6And7() {
    // Known: 6.3 uA/cm^2 at 6.3 degrees.
    assertThat(rate("0.02 ms", 40_000, "0.60 nA")).isZero();
    assertThat(rate("0.02 ms", 40_000, "0.68 nA")).isBetween(45.0, 60.0);
  }

  @Test
  void firesNear68HzAt10MicroamperesPerSquareCentimeter() {
    assertThat(rate("0.01 ms", 80_000, "1 nA")).isCloseTo(68.5, within(2.5));
  }

  @Test
  void depolarizationBlockIsNotCountedAsFiring() {
    // Above some 155 uA/cm^2 the potential stays between rest and peak.
    assertThat(rate("0.02 ms", 30_000, "20 nA")).isZero();
  }

  @Test
  void tickLengthHardlyMattersUpToATenth() {
    assertThat(rate("0.1 ms", 8000, "1 nA"))
        .isCloseTo(rate("0.02 ms", 40_000, "1 nA"), within(4.0));
  }
}
