package dev.glia.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

class CouplingTest {
  private static final NeuronEquations SOURCE =
      NeuronEquations.of("r : 1").everyTick("r = value").parameter("value", "0", "", "").build();
  private static final NeuronEquations UNIT =
      NeuronEquations.of("dr/dt = (x - r)/(1 ms) : 1\nx : 1 (input)").build();

  private static Trial trial() {
    SynapseEquations coupling = SynapseEquations.of("").continuous("w*r_pre").build();
    return Trial.of(
        new ReferenceDriver(),
        TestNetwork.with("1 ms")
            .population("series", 2, SOURCE)
            .population("units", 3, UNIT)
            .project(
                "series",
                "units",
                p ->
                    p.name("input")
                        .through(coupling, "x")
                        .wiring(
                            Wiring.list(3, new int[] {0, 2}, new int[] {2})
                                .weights(new float[] {1, -2}, new float[] {-0.5f})))
            .probe("units", "r")
            .build());
  }

  @Test
  void inputsAreSummedByTarget() throws DeviceException {
    try (Trial trial = trial()) {
      Coupling coupling = Coupling.read(trial.deployment(), "input");
      assertThat(coupling.total()).isEqualTo(-1.5);
      assertThat(coupling.inputs(new double[] {2, 4})).containsExactly(2, 0, -6);
      assertThat(coupling.reached()).containsExactly(true, false, true);
      assertThat(coupling.scaled(new double[] {3, 9, 2})).containsExactly(3, -4, -1);
    }
  }

  @Test
  void aSeriesIsShownStepByStepAndSeenInTheSameStep() throws DeviceException {
    try (Trial trial = trial()) {
      SeriesPlayer player = new SeriesPlayer(trial.deployment(), "series", "units");
      double[][] rates = player.play(new double[][] {{1, 0}, {0, 0}, {0, 2}});
      double step = 1 - Math.exp(-1);
      assertThat(rates[0][0]).isCloseTo(step, within(1e-6));
      assertThat(rates[1][0]).isCloseTo(step * Math.exp(-1), within(1e-6));
      assertThat(rates[0][1]).isZero();
      double before = -2 * step * Math.exp(-1) * Math.exp(-1);
      assertThat(rates[2][2]).isCloseTo(before - step, within(1e-6));
      assertThat(player.play(new double[][] {{0, 0}})[0][2])
          .as("it goes on where it was")
          .isCloseTo((before - step) * Math.exp(-1), within(1e-6));
    }
  }

  @Test
  void aNetworkWithoutTheProbeIsRefused() {
    try (Trial trial = trial()) {
      assertThatThrownBy(() -> new SeriesPlayer(trial.deployment(), "series", "others"))
          .hasMessage("no probe of 'others.r'");
    }
  }

  /** Two units, by hand: excitation 2, rates as they are, so logit(target) is what's wanted. */
  @Test
  void oneStepGivesTheMeanInputThatBelongsToTheTarget() {
    Coupling exciting = new Coupling(2, new int[][] {{0, 1}, {}}, new float[] {4, 4});
    Coupling inhibiting = new Coupling(2, new int[][] {{}, {0}}, new float[] {-1});
    double[] rates = {0.5, 0.25};
    float[] weights =
        OneStepHomeostasis.weights(
            exciting, inhibiting, rates, new double[] {0.1, 0}, new double[] {0.4, 0.4});
    double logit = Math.log(0.4 / 0.6);
    assertThat(2 + 0.1 + weights[0] * 0.25).isCloseTo(logit, within(1e-6));
    assertThat(Balance.of(exciting.inputs(rates), inhibiting.inputs(rates)).ratio())
        .isCloseTo(0.125 / 2, within(1e-12));
    assertThat(
            OneStepHomeostasis.weights(
                exciting, inhibiting, rates, new double[2], new double[] {0.99, 0.4}))
        .as("no inhibition where the target is above what excitation makes")
        .containsExactly(-0f);
  }
}
