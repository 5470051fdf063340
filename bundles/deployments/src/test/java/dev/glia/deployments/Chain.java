package dev.glia.deployments;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.reference.ReferenceDriver;

/** Four cells in a row, the first behind an input line; a spike passes in a tick a cell. */
final class Chain {
  private static final NeuronEquations CELL =
      NeuronEquations.of("dv/dt = 0 Hz : 1").spike("v >= 1").reset("v = 0").build();
  private static final SynapseEquations JUMP =
      SynapseEquations.of("").onSpike("target += w").build();

  private Chain() {}

  static Network network() {
    return TestNetwork.with("1 ms")
        .population("lines", 1, TestNetwork.relay())
        .population("cells", 4, CELL)
        .project(
            "lines",
            "cells",
            p -> p.name("in").through(JUMP, "v").weight("1").wiring(Wiring.list(4, new int[] {0})))
        .project(
            "cells",
            "cells",
            p ->
                p.name("row")
                    .through(JUMP, "v")
                    .weight("1")
                    .delay("1 ms")
                    .wiring(
                        Wiring.list(4, new int[] {1}, new int[] {2}, new int[] {3}, new int[0])))
        .probeSpikes("cells")
        .build();
  }

  static Deployment deployed() throws DeviceException {
    return new ReferenceDriver().devices().getFirst().deploy(network(), DeployOptions.DEFAULT);
  }
}
