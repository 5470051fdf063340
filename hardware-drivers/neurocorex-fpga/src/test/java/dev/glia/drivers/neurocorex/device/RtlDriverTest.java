package dev.glia.drivers.neurocorex.device;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.neurocorex.rtl.SimulatedBoard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The driver with the simulated RTL at the other end of its serial port, against the CPU. */
@Tag("integration")
class RtlDriverTest {
  private static final int TICKS = 300;
  private static final int PATIENCE_MILLIS = 20_000;

  private static Trial run(Device device, Network network) {
    Trial trial = Trial.on(device, network, DeployOptions.DEFAULT).blocks(97);
    return CoreNetworks.show(trial, 5, 0, TICKS).run(TICKS);
  }

  @Test
  void aNetworkOnTheRtlSpikesAndLearnsAsOnTheCpu() throws Exception {
    Network network = CoreNetworks.full(5);
    try (SimulatedBoard board = SimulatedBoard.start(SimulatedBoard.FAST)) {
      Device rtl = new NeuroCoreDevice("rtl", new PortPlug(board.port()), PATIENCE_MILLIS);
      try (Trial core = run(rtl, network);
          Trial cpu = run(new CpuDriver().devices().getFirst(), network)) {
        for (String population : new String[] {"a", "b"}) {
          assertThatSpikes(core.spikes(population)).isSameAsSpikes(cpu.spikes(population));
        }
        assertThat(core.spikes("a").ticks().length).isGreaterThan(200);
        for (Projection projection : network.projections()) {
          assertThat(core.deployment().readWeights(projection.name()))
              .as(projection.name())
              .isEqualTo(cpu.deployment().readWeights(projection.name()));
        }
      }
    }
  }
}
