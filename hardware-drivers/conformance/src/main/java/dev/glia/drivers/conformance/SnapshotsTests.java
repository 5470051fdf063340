package dev.glia.drivers.conformance;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glia.api.device.Deployment;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.NetworkState;
import org.junit.jupiter.api.Test;

/** The neutral state: complete, exchangeable, and refused where it doesn't fit. */
abstract class SnapshotsTests extends DriverTests {
  @Test
  void restoredDeploymentContinuesAsTheOriginal() throws Exception {
    Network network = Examples.everythingAtOnce(11);
    try (Trial original = deploy(network).run(437);
        Trial restored = deploy(network)) {
      NetworkState.Builder copy = NetworkState.newBuilder();
      copy.mergeFrom(original.deployment().snapshot().toByteArray());
      restored.deployment().restore(copy.build());
      assertThat(restored.deployment().now()).isEqualTo(437);
      assertThat(restored.deployment().snapshot()).isEqualTo(original.deployment().snapshot());
      int before = original.spikes("cells").ticks().length;
      original.run(600);
      restored.run(600);
      assertThatSpikes(restored.spikes("cells"))
          .isSameAsSpikes(Examples.from(original.spikes("cells"), before));
      assertThat(restored.spikes("cells").ticks()).isNotEmpty();
      assertThat(restored.deployment().snapshot()).isEqualTo(original.deployment().snapshot());
    }
  }

  @Test
  void earlierStateOfTheSameDeploymentCanBeTakenUpAgain() throws Exception {
    Network network = Examples.everythingAtOnce(5);
    try (Trial trial = deploy(network).run(300)) {
      NetworkState state = trial.deployment().snapshot();
      trial.run(200);
      NetworkState first = trial.deployment().snapshot();
      trial.deployment().setParameter("cells", "tau_m", new double[] {7e-3});
      trial.deployment().setLearning("noise->cells", false);
      trial.deployment().restore(state);
      trial.run(200);
      assertThat(trial.deployment().snapshot()).isEqualTo(first);
    }
  }

  @Test
  void spikesOnTheirWayArriveAfterARestore() throws Exception {
    Network network =
        TestNetwork.with(TICK)
            .population("in", 1, TestNetwork.relay())
            .population("cell", 1, Models.integrator().build())
            .project("in", "cell", p -> p.through(Models.delta(), "v").weight("1 mV").delay("2 ms"))
            .probe("cell", "v")
            .build();
    try (Trial original = deploy(network).force("in", 0, 3, 10).run(15);
        Trial restored = deploy(network)) {
      restored.deployment().restore(original.deployment().snapshot());
      restored.run(20);
      double[] v = restored.trace("cell", "v", 0); // of ticks 16 to 35
      for (int n = 16; n <= 35; n++) {
        double expected = n > 30 ? 2 : n > 23 ? 1 : 0;
        assertClose("v at " + n, v[n - 16], expected * MV, MV);
      }
    }
  }

  @Test
  void statesOfAnotherNetworkAreRefusedAndChangeNothing() throws Exception {
    Network network = Examples.everythingAtOnce(5);
    try (Trial trial = deploy(network).run(50)) {
      Deployment deployment = trial.deployment();
      NetworkState good = deployment.snapshot();
      NetworkState.Builder otherDt = good.toBuilder().setDt(good.getDt() * 2);
      NetworkState.Builder fewer = good.toBuilder().removePopulations(0);
      NetworkState.Builder renamed = good.toBuilder();
      renamed.getPopulationsBuilder(1).setName("someone-else");
      NetworkState.Builder resized = good.toBuilder();
      resized.getPopulationsBuilder(1).setSize(3);
      NetworkState.Builder lacking = good.toBuilder();
      lacking.getPopulationsBuilder(1).removeVariables(0);
      NetworkState.Builder shorter = good.toBuilder();
      shorter.getProjectionsBuilder(0).setSynapses(1);
      trial.run(10);
      NetworkState present = deployment.snapshot();
      for (NetworkState.Builder bad :
          new NetworkState.Builder[] {otherDt, fewer, renamed, resized, lacking, shorter}) {
        assertThatIllegalArgumentException().isThrownBy(() -> deployment.restore(bad.build()));
        assertThat(deployment.snapshot()).as("the state afterwards").isEqualTo(present);
      }
    }
  }

  @Test
  void stateOfTheReferenceIsTakenOver() throws Exception {
    Network network = Examples.everythingAtOnce(3);
    try (Trial reference = Trial.of(new ReferenceDriver(), network).run(300);
        Trial trial = deploy(network)) {
      NetworkState theirs = reference.deployment().snapshot();
      trial.deployment().restore(theirs);
      NetworkState ours = trial.deployment().snapshot();
      assertThat(ours.getTick()).isEqualTo(300);
      assertThat(ours.getSeed()).isEqualTo(theirs.getSeed());
      for (int p = 0; p < theirs.getPopulationsCount(); p++) {
        assertThat(ours.getPopulations(p).getSpikesList())
            .containsAll(theirs.getPopulations(p).getSpikesList());
        assertThat(ours.getPopulations(p).getRefractoryList())
            .isEqualTo(theirs.getPopulations(p).getRefractoryList());
      }
      try (Trial back = Trial.of(new ReferenceDriver(), network)) {
        back.deployment().restore(ours);
        assertThat(back.deployment().now()).isEqualTo(300);
      }
    }
  }
}
