package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods for what isn't linear: their order, and what they refuse. */
class SolversTest {
  private static NeuronEquations logistic(Solver method) {
    return NeuronEquations.of("dx/dt = x*(1 - x)/tau : 1")
        .start("x = 0.1")
        .solve(method)
        .parameter("tau", "10 ms", "", "")
        .build();
  }

  private static double logisticError(Solver method, int steps) {
    String dt = 0.020 / steps + " s";
    double x = new SimulatedNeuron(logistic(method), dt).run(steps).get("x");
    return Math.abs(x - 1 / (1 + 9 * Math.exp(-2)));
  }

  @Test
  void methodsHaveTheirOrder() {
    assertThat(order(Solver.EULER_MARUYAMA)).isCloseTo(1, within(0.1));
    assertThat(order(Solver.RK2)).isCloseTo(2, within(0.1));
    assertThat(order(Solver.RK4)).isCloseTo(4, within(0.1));
  }

  private static double order(Solver method) {
    return Math.log(logisticError(method, 20) / logisticError(method, 40)) / Math.log(2);
  }

  @Test
  void rungeKuttaKeepsItsOrderBesideALinearPart() {
    assertThat(Math.log(mixedError(20) / mixedError(40)) / Math.log(2)).isCloseTo(4, within(0.2));
  }

  /** dy/dt = -y, dx/dt = y^2 with y exact: x = (1 - exp(-2 t))/2. */
  private static double mixedError(int steps) {
    NeuronEquations mixed =
        NeuronEquations.of("dy/dt = -y/tau : 1\ndx/dt = (y^2 + cos(x) - cos(x))/tau : 1")
            .start("y = 1")
            .solve(Solver.RK4)
            .parameter("tau", "1 s", "", "")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(mixed, 2.0 / steps + " s").run(steps);
    assertThat(neuron.get("y")).isCloseTo(Math.exp(-2), within(1e-15));
    return Math.abs(neuron.get("x") - (1 - Math.exp(-4)) / 2);
  }

  @Test
  void rungeKuttaSeesTimeWithinTheStep() {
    NeuronEquations driven =
        NeuronEquations.of("dx/dt = 4*(t/s)^3/s : 1").solve(Solver.RK4).build();

    assertThat(new SimulatedNeuron(driven, "1 s").run(3).get("x")).isCloseTo(81, within(1e-12));
  }

  @Test
  void conductanceIsCarriedByExponentialEuler() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(),
            List.of(new Receptor("exc", Models.conductance(), "i_syn")),
            List.of());
    SimulatedNeuron coarse = new SimulatedNeuron(program, "0.1 ms");
    SimulatedNeuron fine = new SimulatedNeuron(program, "0.001 ms");
    coarse.set("v_threshold", "0 mV").arrive("exc", 5e-9).run(100);
    fine.set("v_threshold", "0 mV").arrive("exc", 5e-9).run(10_000);

    assertThat(coarse.get("exc.g")).isCloseTo(5e-9 * Math.exp(-2), within(1e-23));
    assertThat(coarse.get("v")).isCloseTo(fine.get("v"), within(2e-4));
    assertThat(fine.get("v")).isGreaterThan(-0.0605);
  }

  @Test
  void strongConductanceIsStable() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(),
            List.of(new Receptor("exc", Models.conductance(), "i_syn")),
            List.of());
    SimulatedNeuron neuron = new SimulatedNeuron(program, "1 ms");
    neuron.set("v_threshold", "1 V").set("exc.tau", "1000 s").arrive("exc", 1e-4).run(10);

    assertThat(neuron.get("v")).isBetween(-0.001, 0.0);
  }

  @Test
  void hodgkinHuxleyFiresAtItsKnownRate() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.hodgkinHuxley().build(), List.of(), List.of(new Drive.Current("dc", "i")));
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.01 ms");
    neuron.set("dc.amplitude", "10 uA/cm^2").run(100_000);

    // The classical figure for 10 uA/cm^2 is 68 Hz.
    assertThat(neuron.spikes()).isBetween(67, 70);
    SimulatedNeuron resting = new SimulatedNeuron(program, "0.01 ms").run(10_000);
    assertThat(resting.get("v")).isCloseTo(-0.065, within(1e-4));
  }

  @Test
  void izhikevichNeuronFiresRegularly() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.izhikevich().build(), List.of(), List.of(new Drive.Current("dc", "i")));
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.1 ms").set("dc.amplitude", "10");

    assertThat(neuron.run(10_000).spikes()).isBetween(20, 26);
  }

  @Test
  void noiseHasTheStationaryVarianceOfItsProcess() {
    NeuronEquations ou =
        NeuronEquations.of("dx/dt = -x/tau + sigma*sqrt(2/tau)*xi : mV")
            .solve(Solver.EULER_MARUYAMA)
            .parameter("tau", "10 ms", "", "")
            .parameter("sigma", "2 mV", "", "")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(ou, "0.1 ms").run(1000);
    double squares = 0;
    int samples = 20_000;
    for (int i = 0; i < samples; i++) {
      double x = neuron.run(10).get("x");
      squares += x * x;
    }

    assertThat(Math.sqrt(squares / samples)).isCloseTo(0.002, within(0.0001));
  }

  @Test
  void sameNoiseIsSharedAndOthersAreIndependent() {
    NeuronEquations noisy =
        NeuronEquations.of(
                """
                dx/dt = s*xi_a : 1
                dy/dt = s*xi_a : 1
                dz/dt = s*xi_b : 1
                """)
            .solve(Solver.EULER_MARUYAMA)
            .parameter("s", "1 Hz^0.5", "", "")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(noisy, "1 ms").run(10);

    assertThat(neuron.get("x")).isEqualTo(neuron.get("y")).isNotEqualTo(neuron.get("z"));
  }

  @Test
  void refusalsNameTheTermAndTheWayOut() {
    assertThatThrownBy(() -> logistic(Solver.EXACT))
        .hasMessageContaining(
            "dx/dt can't be solved exactly: 'x*(1 - x)' isn't linear in x with constant"
                + " coefficients; solve with exponential-euler, rk2, rk4 or euler-maruyama");
    assertThatThrownBy(() -> logistic(null)).hasMessageContaining("can't be solved exactly");
    assertThatThrownBy(() -> logistic(Solver.EXPONENTIAL_EULER))
        .hasMessageContaining(
            "dx/dt can't be solved by exponential-euler: 'x*(1 - x)' isn't linear in x");
    assertThatThrownBy(() -> single("dx/dt = -x/s + xi*sqrt(1/s) : 1", Solver.RK4))
        .hasMessageContaining("dx/dt has noise, which rk4 can't carry: solve with euler-maruyama");
    assertThatThrownBy(() -> single("dx/dt = xi^2 : 1", Solver.EULER_MARUYAMA))
        .hasMessageContaining("dx/dt isn't linear in the noise xi: it may only be scaled");
    assertThatThrownBy(() -> single("dx/dt = (floor(x) - x)/s : 1", null))
        .hasMessageContaining("'floor(x)' changes in steps");
    assertThatThrownBy(() -> single("dx/dt = (sin(t/s) - x)/s : 1", null))
        .hasMessageContaining("it depends on t");
    assertThatThrownBy(() -> single("dy/dt = -y^2/s : 1\ndx/dt = (y - x)/s : 1", null))
        .hasMessageContaining("dy/dt can't be solved exactly: 'y^2' isn't linear in y");
  }

  private static NeuronEquations single(String equations, Solver method) {
    return NeuronEquations.of(equations).solve(method).build();
  }
}
