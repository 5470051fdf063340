package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.device.BlowUpException;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.Solver;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import org.junit.jupiter.api.Test;

/** The page of the deployment, method by method. */
abstract class ServiceTests extends DriverTests {
  private Network small() {
    return TestNetwork.with(TICK)
        .population("in", 2, TestNetwork.relay())
        .population("cells", 3, Models.lif())
        .project(
            "in",
            "cells",
            p -> p.through(Models.exponential(), "i_syn").weight("1 nA").delay("0.5 ms"))
        .probeSpikes("cells")
        .build();
  }

  @Test
  void networkThatCantBeIsRefusedWithASentence() {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 2, TestNetwork.relay())
            .population("cells", 3, Models.lif())
            .project(
                "in", "cells", p -> p.through(Models.delta(), "v").weight("1 mV").delay("-0.5 ms"))
            .build();
    Device device = driver().devices().get(0);
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> device.deploy(network, DeployOptions.DEFAULT))
        .withMessageContaining("in->cells")
        .withMessageContaining("delay");
  }

  @Test
  void clockStartsAtZeroAndAdvancesByTheBlock() {
    Network network = small();
    try (Trial trial = deploy(network)) {
      assertThat(trial.deployment().network()).isSameAs(network);
      assertThat(trial.deployment().now()).isZero();
      trial.run(7);
      assertThat(trial.deployment().now()).isEqualTo(7);
    }
  }

  @Test
  void clearsTheOutputBlockFirst() throws Exception {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .probeSpikes("in")
            .probeCounts("in")
            .build();
    try (Trial trial = deploy(network)) {
      OutputBlock out = new OutputBlock(network);
      InputBlock in = new InputBlock();
      in.add(1, 0, 0);
      trial.deployment().advance(1, in, out);
      assertThat(out.record(0).spikes()).isEqualTo(1);
      assertThat(out.record(1).counts()).containsExactly(1);
      trial.deployment().advance(1, InputBlock.EMPTY, out);
      assertThat(out.record(0).spikes()).isZero();
      assertThat(out.record(1).counts()).containsExactly(0);
    }
  }

  @Test
  void weightsThatWereWrittenAreRead() throws Exception {
    try (Trial trial = deploy(small())) {
      Deployment deployment = trial.deployment();
      assertThat(deployment.synapses("in->cells")).isEqualTo(6);
      assertThat(deployment.readWeights("in->cells")).containsOnly(1e-9f);
      float[] weights = {1, 2, 3, 4, 5, 6};
      deployment.writeWeights("in->cells", weights.clone());
      float[] read = deployment.readWeights("in->cells");
      assertThat(read).hasSize(6);
      for (int i = 0; i < 6; i++) {
        assertClose("weight " + i, read[i], weights[i], 6);
      }
      read[0] = 77;
      assertThat(deployment.readWeights("in->cells")[0]).as("a copy").isNotEqualTo(77f);
    }
  }

  @Test
  void parametersTakeEffectFromTheNextTick() throws Exception {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 2, Models.membrane(), p -> p.start("v", "1 mV"))
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).run(3)) {
      trial.deployment().setParameter("cells", "tau_m", new double[] {10 * MS, 5 * MS});
      trial.run(2);
      double before = Math.exp(-3 * DT / (20 * MS)) * MV;
      assertClose(
          "slow", trial.trace("cells", "v", 0)[4], before * Math.exp(-2 * DT / (10 * MS)), MV);
      assertClose(
          "fast", trial.trace("cells", "v", 1)[4], before * Math.exp(-2 * DT / (5 * MS)), MV);
    }
  }

  @Test
  void stateThatWasSetIsCarriedOn() throws Exception {
    Network network =
        TestNetwork.with(TICK)
            .population("cells", 2, Models.membrane())
            .probe("cells", "v")
            .build();
    try (Trial trial = deploy(network).run(1)) {
      trial.deployment().setState("cells", "v", new double[] {2 * MV, 4 * MV});
      trial.run(1);
      assertClose("first", trial.trace("cells", "v", 0)[1], 2 * MV * Math.exp(-DT / 20e-3), MV);
      assertClose("second", trial.trace("cells", "v", 1)[1], 4 * MV * Math.exp(-DT / 20e-3), MV);
      trial.deployment().setState("cells", "v", new double[] {1 * MV});
      trial.run(1);
      assertClose("shared", trial.trace("cells", "v", 1)[2], 1 * MV * Math.exp(-DT / 20e-3), MV);
    }
  }

  @Test
  void blowUpNamesPopulationNeuronVariableAndTick() {
    NeuronEquations hyperbola =
        NeuronEquations.of("dx/dt = rate/(1 - x) : 1")
            .solve(Solver.EULER_MARUYAMA)
            .parameter("rate", "0 Hz", "", "speed")
            .build();
    Network network =
        TestNetwork.with(TICK)
            .population("calm", 2, Models.lif())
            .population("wild", 3, hyperbola, p -> p.start("x", 0, 0.5, 1).set("rate", 0, 0, 1))
            .build();
    try (Trial trial = deploy(network)) {
      assertThatCode(() -> trial.blocks(10).run(20))
          .isInstanceOfSatisfying(
              BlowUpException.class,
              e -> {
                assertThat(e.population()).isEqualTo("wild");
                assertThat(e.neuron()).isEqualTo(2);
                assertThat(e.variable()).isEqualTo("x");
                assertThat(e.tick()).isZero();
                assertThat(e).hasMessageContaining("wild[2].x");
              });
    }
  }

  @Test
  void reportsEveryPart() {
    try (Trial trial = deploy(small())) {
      DeploymentReport report = trial.deployment().report();
      assertThat(report.threads()).isPositive();
      assertThat(report.entries())
          .extracting(DeploymentReport.Entry::part)
          .contains("population in", "population cells", "projection in->cells");
      assertThat(report.entries())
          .filteredOn(entry -> entry.part().equals("projection in->cells"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.count()).isEqualTo(6));
    }
  }
}
