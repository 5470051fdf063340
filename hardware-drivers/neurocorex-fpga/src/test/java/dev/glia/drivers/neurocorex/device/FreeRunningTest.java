package dev.glia.drivers.neurocorex.device;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.wire.FaultyLine;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.Traffic;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A core that steps at its clock's rate, as ORNL's does, whether or not its host is ready. */
@Timeout(120)
class FreeRunningTest {
  private static final int BLOCK = 50;

  @Test
  void whateverTheHostsPausesSpikesAndLearnedWeightsAreTheModels() throws Exception {
    Plan plan =
        NetworkMapper.plan(
            PublishedNetworks.wide(4, true), DeployOptions.DEFAULT, Map.of(), Dialect.PUBLISHED);
    FaultyLine line = new FaultyLine(1, Bitstream.FREE_RUNNING);
    PublishedCore core = new PublishedCore(new PlainClient(line, new Traffic(), 5), plan);
    Memory start = plan.memory();
    Twin expected = new Twin(start);
    Random random = new Random(3);
    int spikes = 0;
    for (int pause : new int[] {0, 1, 2, 40, 0, 700}) {
      Bits[] events = new Bits[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        events[i] =
            random.nextBoolean() ? Bits.of(Layout.inputColumn(random.nextInt(94))) : new Bits();
      }
      Bits[] given = core.run(events, new Bits[BLOCK]);
      core.confirm();
      for (int i = 0; i < BLOCK; i++) {
        expected.model.step(events[i]);
        assertThat(given[i]).isEqualTo(expected.model.state.spikes);
        spikes += given[i].count();
      }
      line.pass(pause);
    }
    assertThat(spikes).isGreaterThan(100);
    int made = line.port.core().state.steps;
    line.pass(1);
    assertThat(line.port.core().state.steps).as("it goes on by itself").isEqualTo(made + 1);
    core.close(); // compares the weights
    line.pass(1);
    assertThat(line.port.core().state.steps - made).as("its stream has ended").isLessThan(40);
  }

  @Test
  void behindATerminalItsRunsAreExactOrEndWithTheReason() throws Exception {
    Network network = PublishedNetworks.wide(2, false);
    try (TestPlug plug = new TestPlug(Bitstream.FREE_RUNNING);
        Trial cpu = run(new CpuDriver().devices().getFirst(), network)) {
      try (Trial core = run(new NeuroCoreDevice("bench", plug, 300, Dialect.PUBLISHED), network)) {
        for (String population : new String[] {"a", "b"}) {
          assertThatSpikes(core.spikes(population)).isSameAsSpikes(cpu.spikes(population));
        }
        assertThat(core.trace("a", "v", 19)).isEqualTo(cpu.trace("a", "v", 19));
      } catch (AssertionError late) {
        // a machine that's too busy lets the host fall behind the board's clock
        assertThat(late).hasMessageContaining("tried 4 times");
      }
    }
  }

  private static Trial run(Device device, Network network) {
    Trial trial = Trial.on(device, network, DeployOptions.DEFAULT).blocks(200);
    return PublishedNetworks.show(trial, 3, 400).run(400);
  }
}
