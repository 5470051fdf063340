package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.equations.NeuronEquations.JumpWhileRefractory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Variables that stand still after a spike, and what depends on them. */
class RefractoryTest {
  @Test
  void heldVariableStaysAtItsReset() {
    SimulatedNeuron neuron = new SimulatedNeuron(Models.lif().build(), "0.1 ms");
    neuron.set("v_reset", "-70 mV").put("v", -0.04).run(1);
    assertThat(neuron.spikes()).isEqualTo(1);
    assertThat(neuron.get("v")).isEqualTo(-0.070);

    neuron.run(20);
    assertThat(neuron.get("v")).isEqualTo(-0.070);

    neuron.run(1);
    assertThat(neuron.get("v")).isGreaterThan(-0.070);
  }

  @Test
  void firingRateFollowsTheClosedForm() {
    PopulationProgram program =
        PopulationProgram.of(
            Models.lif().build(), List.of(), List.of(new Drive.Current("dc", "i_syn")));
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.01 ms");
    neuron.set("dc.amplitude", "0.2 nA").run(100_000);

    // v_inf is 20 mV above rest, the threshold 15 mV.
    double interval = 0.002 + 0.020 * Math.log(20.0 / 5.0);
    assertThat(neuron.spikes()).isCloseTo((int) (1 / interval), within(1));
  }

  @Test
  void whatDependsOnAHeldVariableSeesItStandStill() {
    NeuronEquations adaptive =
        NeuronEquations.of(
                """
                dv/dt = (-v + i - u)/tau_m : mV (unless refractory)
                du/dt = (a*v - u)/tau_u : mV
                i : mV (input)
                """)
            .spike("v > 10 mV")
            .reset("v = 5 mV")
            .refractory("50 ms")
            .parameter("tau_m", "20 ms", "", "")
            .parameter("tau_u", "100 ms", "", "")
            .parameter("a", "0.5", "", "")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(adaptive, "1 ms").put("v", 0.011).run(1);
    assertThat(neuron.get("v")).isEqualTo(0.005);
    double u = neuron.get("u");

    neuron.run(30);

    assertThat(neuron.get("v")).isEqualTo(0.005);
    double fixed = 0.5 * 0.005;
    assertThat(neuron.get("u")).isCloseTo(fixed + (u - fixed) * Math.exp(-0.3), within(1e-17));
  }

  @Test
  void stagesOfRungeKuttaSeeAHeldVariableStandStill() {
    NeuronEquations adaptive =
        NeuronEquations.of(
                """
                dv/dt = (-v + v^2/mV)/tau_m : mV (unless refractory)
                du/dt = (v - u - u^2/mV)/tau_u : mV
                """)
            .spike("v > 10 mV")
            .reset("v = 0 mV")
            .refractory("50 ms")
            .solve(Solver.RK4)
            .parameter("tau_m", "20 ms", "", "")
            .parameter("tau_u", "100 ms", "", "")
            .build();
    SimulatedNeuron neuron = new SimulatedNeuron(adaptive, "1 ms").put("v", 0.011).run(1);
    neuron.put("v", 0.003).put("u", 0.003);

    neuron.run(1);
    assertThat(neuron.get("v")).isEqualTo(0.003);
    // With v = 3 mV: du/dt = (r - u)*(u - s)/(100 mV ms) between the roots r and s.
    double r = (Math.sqrt(13) - 1) / 2;
    double s = -r - 1;
    double quotient = (3 - r) / (3 - s) * Math.exp(-(r - s) / 100);
    double expected = (r - s * quotient) / (1 - quotient);
    assertThat(neuron.get("u")).isCloseTo(0.001 * expected, within(1e-10));
  }

  @Test
  void jumpsAreDroppedOrKeptAsDeclared() {
    for (JumpWhileRefractory policy : JumpWhileRefractory.values()) {
      NeuronEquations lif = Models.lif().whileRefractory(policy).build();
      PopulationProgram program =
          PopulationProgram.of(lif, List.of(new Receptor("syn", Models.delta(), "v")), List.of());
      SimulatedNeuron neuron = new SimulatedNeuron(program, "0.1 ms").put("v", -0.04).run(1);

      neuron.arrive("syn", 0.001).run(1);

      double expected = policy == JumpWhileRefractory.DROP ? -0.065 : -0.064;
      assertThat(neuron.get("v")).as(policy.name()).isCloseTo(expected, within(1e-17));
    }
  }

  @Test
  void resetBeforeTheNextTickLetsProbesSeeTheCrossing() {
    NeuronEquations lif =
        Models.lif().resetOrder(NeuronEquations.ResetOrder.BEFORE_NEXT_TICK).build();
    PopulationProgram program =
        PopulationProgram.of(lif, List.of(new Receptor("syn", Models.delta(), "v")), List.of());
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.1 ms").put("v", -0.04).run(1);
    assertThat(neuron.get("v")).isGreaterThan(-0.05);
    assertThat(neuron.spikes()).isEqualTo(1);

    neuron.run(1);
    assertThat(neuron.get("v")).isEqualTo(-0.065);
    assertThat(neuron.get("reset.due")).isZero();
    assertThat(neuron.run(100).spikes()).isEqualTo(1);
  }
}
