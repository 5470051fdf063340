package dev.glia.drivers.neurocorex.device;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.Mapping;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.reference.ReferenceDriver;
import dev.glia.v1.NetworkState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One network, bit for bit the same on the CPU, in the reference and behind the terminal. */
@Timeout(300)
class SameEverywhereTest {
  private static final int TICKS = 500;
  private static final int SEEDS = Integer.getInteger("glia.seeds", 4);

  private final NeuroCoreDriver driver = new NeuroCoreDriver();

  private Device core() {
    return driver.devices().getFirst();
  }

  private static Trial run(Device device, Network network, long seed) {
    Trial trial = Trial.on(device, network, DeployOptions.DEFAULT).blocks(97);
    return CoreNetworks.show(trial, seed, 0, TICKS).run(TICKS);
  }

  @Test
  void spikesTracesAndWeightsAreTheSame() throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Network network = CoreNetworks.full(seed);
      try (Trial core = run(core(), network, seed);
          Trial cpu = run(new CpuDriver().devices().getFirst(), network, seed)) {
        requireSame(network, core, cpu);
        if (seed == 1) { // the interpreter is slow
          try (Trial oracle = run(new ReferenceDriver().devices().getFirst(), network, seed)) {
            requireSame(network, core, oracle);
          }
        }
      }
    }
  }

  private static void requireSame(Network network, Trial core, Trial other) throws Exception {
    int spikes = 0;
    for (String population : new String[] {"in", "a", "b"}) {
      assertThatSpikes(core.spikes(population)).isSameAsSpikes(other.spikes(population));
      spikes += core.spikes(population).ticks().length;
    }
    assertThat(spikes).isBetween(2000, TICKS * 100);
    assertThat(core.trace("a", "v", 19)).isEqualTo(other.trace("a", "v", 19));
    assertThat(core.trace("b", "u", 4)).isEqualTo(other.trace("b", "u", 4));
    for (Projection projection : network.projections()) {
      assertThat(core.deployment().readWeights(projection.name()))
          .as(projection.name())
          .isEqualTo(other.deployment().readWeights(projection.name()));
    }
  }

  @Test
  void everyTermOfSuchANetworkIsExact() {
    Mapping mapping = driver.map(CoreNetworks.full(1), DeployOptions.DEFAULT);
    assertThat(mapping.entries())
        .allSatisfy(e -> assertThat(e.verdict()).as("%s", e).isEqualTo(Mapping.Verdict.EXACT));
  }

  /** CPU, core, CPU, core: the state at the end is that of a run that never moved. */
  @Test
  void aRunThatMovesEndsInTheSameState() throws Exception {
    Network network = CoreNetworks.full(3);
    Device[] stations = {
      new CpuDriver().devices().getFirst(), core(), new CpuDriver().devices().getFirst(), core()
    };
    NetworkState state = null;
    for (int leg = 0; leg < stations.length; leg++) {
      try (Trial trial = Trial.on(stations[leg], network, DeployOptions.DEFAULT)) {
        if (state != null) {
          trial.deployment().restore(state);
        }
        CoreNetworks.show(trial, leg, leg * 100, 100).run(100);
        state = trial.deployment().snapshot();
      }
    }
    try (Trial whole = Trial.on(core(), network, DeployOptions.DEFAULT)) {
      for (int leg = 0; leg < stations.length; leg++) {
        CoreNetworks.show(whole, leg, leg * 100, 100);
      }
      whole.run(400);
      assertThat(state).isEqualTo(whole.deployment().snapshot());
    }
  }
}
