package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact solutions hold at any step, not only at small ones. */
class ClosedFormsTest {
  private static final double TAU_M = 0.020;
  private static final double TAU_S = 0.005;
  private static final double R_M = 100e6;
  private static final double W = 0.1e-9;

  @Test
  void membraneDecaysExponentially() {
    SimulatedNeuron neuron = new SimulatedNeuron(Models.lif().build(), "1 ms");
    neuron.put("v", -0.055);

    neuron.run(30);

    assertThat(neuron.get("v")).isCloseTo(-0.065 + 0.010 * Math.exp(-1.5), within(1e-16));
  }

  @Test
  void membraneFollowsAConstantCurrent() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(), List.of(), List.of(new Drive.Current("dc", "i_syn")));
    SimulatedNeuron neuron = new SimulatedNeuron(program, "1 ms").set("dc.amplitude", "0.1 nA");

    neuron.run(10);

    assertThat(neuron.get("v"))
        .isCloseTo(-0.065 + R_M * 0.1e-9 * (1 - Math.exp(-0.5)), within(1e-16));
  }

  @Test
  void exponentialSynapseMakesTheDifferenceOfTwoExponentials() {
    SimulatedNeuron neuron = withReceptor(Models.exponential(), "0.5 ms");
    neuron.arrive("syn", W).run(40);

    double t = 0.020;
    double psp = R_M * W * TAU_S / (TAU_M - TAU_S) * (Math.exp(-t / TAU_M) - Math.exp(-t / TAU_S));
    assertThat(neuron.get("v")).isCloseTo(-0.065 + psp, within(1e-15));
    assertThat(neuron.get("syn.i")).isCloseTo(W * Math.exp(-t / TAU_S), within(1e-22));
  }

  @Test
  void equalTimeConstantsAreNoSpecialCase() {
    SimulatedNeuron neuron = withReceptor(Models.exponential(), "0.5 ms");
    neuron.set("syn.tau", "20 ms").arrive("syn", W).run(40);

    double t = 0.020;
    double psp = R_M * W * t / TAU_M * Math.exp(-t / TAU_M);
    assertThat(neuron.get("v")).isCloseTo(-0.065 + psp, within(1e-15));
  }

  @Test
  void nearlyEqualTimeConstantsLoseNothing() {
    SimulatedNeuron equal = withReceptor(Models.exponential(), "0.5 ms").set("syn.tau", "20 ms");
    SimulatedNeuron near =
        withReceptor(Models.exponential(), "0.5 ms").set("syn.tau", "20.0000000001 ms");

    double difference =
        equal.arrive("syn", W).run(40).get("v") - near.arrive("syn", W).run(40).get("v");

    assertThat(difference).isCloseTo(0, within(1e-13));
  }

  @Test
  void alphaSynapsePeaksAtItsTimeConstantWithItsWeight() {
    SimulatedNeuron neuron = withReceptor(Models.alpha(), "0.1 ms");
    neuron.arrive("syn", W).run(50);

    assertThat(neuron.get("syn.i")).isCloseTo(W, within(1e-22));
    double before = withReceptor(Models.alpha(), "0.1 ms").arrive("syn", W).run(49).get("syn.i");
    double after = withReceptor(Models.alpha(), "0.1 ms").arrive("syn", W).run(51).get("syn.i");
    assertThat(neuron.get("syn.i")).isGreaterThan(before).isGreaterThan(after);
  }

  @Test
  void alphaSynapseMakesItsKnownPotential() {
    SimulatedNeuron neuron = withReceptor(Models.alpha(), "1 ms");
    neuron.arrive("syn", W).run(15);

    double t = 0.015;
    double rate = 1 / TAU_S - 1 / TAU_M;
    double integral = (1 - Math.exp(-rate * t) * (1 + rate * t)) / (rate * rate);
    double psp = R_M * W * Math.E / (TAU_M * TAU_S) * Math.exp(-t / TAU_M) * integral;
    assertThat(neuron.get("v")).isCloseTo(-0.065 + psp, within(1e-15));
  }

  @Test
  void deltaSynapseJumps() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(), List.of(new Receptor("syn", Models.delta(), "v")), List.of());
    SimulatedNeuron neuron = new SimulatedNeuron(program, "1 ms").arrive("syn", 0.002).run(1);

    assertThat(neuron.get("v")).isCloseTo(-0.065 + 0.002 * Math.exp(-0.05), within(1e-17));
  }

  @Test
  void harmonicOscillatorKeepsItsAmplitude() {
    NeuronEquations oscillator =
        NeuronEquations.of("dx/dt = omega*y : 1\ndy/dt = -omega*x : 1")
            .start("x = 1")
            .parameter("omega", "6.283185307179586 Hz", "", "angular frequency")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(oscillator, "0.1 s").run(1003);

    assertThat(neuron.get("x")).isCloseTo(Math.cos(0.6 * Math.PI), within(1e-12));
    assertThat(neuron.get("y")).isCloseTo(-Math.sin(0.6 * Math.PI), within(1e-12));
  }

  private static SimulatedNeuron withReceptor(SynapseEquations synapse, String dt) {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(), List.of(new Receptor("syn", synapse, "i_syn")), List.of());
    return new SimulatedNeuron(program, dt);
  }
}
