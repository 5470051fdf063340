package dev.glia.synapses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.testkit.ModelResources;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import org.junit.jupiter.api.Test;

/** Postsynaptic potentials of one spike in a membrane with 20 MOhm and 20 ms, at rest at -65 mV. */
class CurrentSynapsesTest {
  private static final double DT = 1e-4;
  private static final double TAU_M = 20e-3;
  private static final double TAU = 5e-3;
  private static final double R = 20e6;
  private static final int ARRIVAL = 20; // emitted at tick 10, 1 ms on the way

  /** Deflections from rest; entry i is of tick i + 1. */
  private static double[] potential(String synapse, String into, String weight) {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("in", 1, TestNetwork.relay())
            .population(
                "cell", 1, ModelResources.neuron("lif").equations(), c -> c.set("r_m", "20 MOhm"))
            .project(
                "in",
                "cell",
                p ->
                    p.through(ModelResources.synapse(synapse).equations(), into)
                        .weight(weight)
                        .delay("1 ms"))
            .probe("cell", "v");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
      double[] v = trial.force("in", 0, 10).run(1000).trace("cell", "v", 0);
      for (int i = 0; i < v.length; i++) {
        v[i] += 65e-3;
      }
      return v;
    }
  }

  private static double since(int index) {
    return (index + 1 - ARRIVAL) * DT;
  }

  @Test
  void deltaMakesThePotentialJumpAndDecay() {
    double[] v = potential("delta", "v", "3 mV");
    for (int i = 0; i < v.length; i++) {
      // The event of tick 20 acts at its instant; the probe of that tick comes before.
      double closedForm = i + 1 <= ARRIVAL ? 0 : 3e-3 * Math.exp(-since(i) / TAU_M);
      assertThat(v[i]).as("tick %d", i + 1).isCloseTo(closedForm, within(1e-8));
    }
  }

  @Test
  void exponentialCurrentGivesADifferenceOfExponentials() {
    double[] v = potential("exponential", "i_syn", "1 nA");
    double scale = R * 1e-9 * TAU / (TAU_M - TAU);
    for (int i = ARRIVAL; i < v.length; i++) {
      double t = since(i);
      assertThat(v[i])
          .as("tick %d", i + 1)
          .isCloseTo(scale * (Math.exp(-t / TAU_M) - Math.exp(-t / TAU)), within(2e-8));
    }
  }

  @Test
  void exponentialCurrentPeaksWhereItShould() {
    // PyNN's constants: 3.150 mV a nA, after 9.24 ms.
    double[] v = potential("exponential", "i_syn", "1 nA");
    int peak = 0;
    for (int i = 0; i < v.length; i++) {
      peak = v[i] > v[peak] ? i : peak;
    }
    assertThat(v[peak]).isCloseTo(3.150e-3, within(1e-6));
    assertThat(since(peak)).isCloseTo(9.24e-3, within(0.1e-3));
  }

  @Test
  void alphaCurrentGivesItsClosedForm() {
    double[] v = potential("alpha", "i_syn", "1 nA");
    double a = 1 / TAU - 1 / TAU_M;
    for (int i = ARRIVAL; i < v.length; i++) {
      double t = since(i);
      double integral = Math.exp(-t / TAU_M) * (1 - Math.exp(-a * t) * (1 + a * t)) / (a * a);
      double closedForm = R * 1e-9 * Math.E / (TAU * TAU_M) * integral;
      assertThat(v[i]).as("tick %d", i + 1).isCloseTo(closedForm, within(2e-8));
    }
  }

  @Test
  void alphaCurrentPeaksAtItsWeight() {
    TestNetwork network =
        TestNetwork.with("0.1 ms")
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, ModelResources.neuron("lif").equations())
            .project(
                "in",
                "cell",
                p ->
                    p.through(ModelResources.synapse("alpha").equations(), "i_syn")
                        .receptor("ampa")
                        .weight("0.1 nA"))
            .probe("cell", "ampa.i");
    try (Trial trial = Trial.of(new ReferenceDriver(), network.build())) {
      double[] i = trial.force("in", 0, 10).run(200).trace("cell", "ampa.i", 0);
      // Arrives at tick 10, peaks 5 ms later, at tick 60.
      assertThat(i[59]).isCloseTo(0.1e-9, within(1e-15));
      assertThat(i[58]).isLessThan(i[59]);
      assertThat(i[60]).isLessThan(i[59]);
    }
  }
}
